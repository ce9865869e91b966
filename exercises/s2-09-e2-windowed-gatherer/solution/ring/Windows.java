import java.util.stream.Gatherer;

public final class Windows {

    private Windows() {}

    public static Gatherer<Double, ?, Double> averages(int size, int step) {
        class Ring {
            final double[] last = new double[size];
            long count;
            long begin;

            boolean add(double number, Gatherer.Downstream<? super Double> downstream) {
                last[(int) (count++ % size)] = number;
                if (count < begin + size) {
                    return true;
                }
                double average = average();
                begin += step;
                return downstream.push(average);
            }

            void end(Gatherer.Downstream<? super Double> downstream) {
                boolean seen = begin > 0 && count <= begin - step + size;
                if (count > begin && !seen) {
                    downstream.push(average());
                }
            }

            double average() {
                double sum = 0;
                for (long i = begin; i < count; i++) {
                    sum += last[(int) (i % size)];
                }
                return sum / (count - begin);
            }
        }
        return Gatherer.<Double, Ring, Double>ofSequential(Ring::new, Ring::add, Ring::end);
    }
}
