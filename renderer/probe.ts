// The page of the window that the command line opens for experiments about responsiveness: a guest, and a moving dot.
import { servePageGuests } from './hosts/page-guests';
import { Pulse } from './base/pulse';

servePageGuests();

const dot = document.getElementById('dot');
const pulse = new Pulse();

function draw(nowMs: number): void {
  pulse.draw(nowMs);
  const width = (dot?.parentElement?.clientWidth ?? 0) - (dot?.clientWidth ?? 0);
  if (dot) dot.style.transform = `translateX(${(pulse.place * width).toFixed(1)}px)`;
  requestAnimationFrame(draw);
}
requestAnimationFrame(draw);
