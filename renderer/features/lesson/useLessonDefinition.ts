import { computed, onMounted } from 'vue';
import { asksForPythons, fewestCores } from '@core/experiments/catalogue';
import { lessonDefinition, placeOn } from '@core/experiments/lesson-definition';
import { keyOf } from '@core/python/interpreter';
import { useMachineStore } from '../../stores/machine';

/** An experiment as this machine will run it: some have a condition per number of workers. Undefined for an unknown id. */
export function useLessonDefinition(id: () => string) {
  const machine = useMachineStore();
  const environment = computed(() => machine.description?.environment);
  const place = computed(() => environment.value && placeOn(environment.value, pythons.value));
  const pythons = computed(() => (asksForPythons(id()) ? (machine.pythons ?? undefined) : undefined));
  const experiment = computed(() => lessonDefinition(id(), environment.value, pythons.value));
  onMounted(() => Promise.all([machine.load(), ...(asksForPythons(id()) ? [machine.loadPythons()] : [])]));

  // A lesson about Python is made anew when the interpreters are known.
  const interpreters = computed(() => (place.value?.pythons ?? []).map(keyOf).join(' '));
  return { experiment, cores: computed(() => place.value?.cores ?? fewestCores), interpreters };
}
