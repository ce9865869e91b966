import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Gatherer;
import java.util.stream.Gatherer.Downstream;

public final class Windows {

    private Windows() {}

    public static Gatherer<Double, ?, Double> averages(int size, int step) {
        return Gatherer.<Double, Window, Double>of(
                () -> new Window(size, step),
                (window, number, downstream) -> window.add(number, downstream),
                (first, _) -> first,
                Window::end);
    }

    private static final class Window {

        private final int size;
        private final int step;
        private final Deque<Double> numbers = new ArrayDeque<>();
        private int skip;
        private boolean news;

        Window(int size, int step) {
            this.size = size;
            this.step = step;
        }

        boolean add(double number, Downstream<? super Double> downstream) {
            if (skip > 0) {
                skip--;
                return true;
            }
            numbers.add(number);
            news = true;
            return numbers.size() < size || push(downstream);
        }

        private boolean push(Downstream<? super Double> downstream) {
            double average = average();
            for (int i = 0; i < Math.min(size, step); i++) {
                numbers.remove();
            }
            skip = Math.max(0, step - size);
            news = false;
            return downstream.push(average);
        }

        private double average() {
            return numbers.stream().mapToDouble(number -> number).average().orElseThrow();
        }

        void end(Downstream<? super Double> downstream) {
            if (news) {
                downstream.push(average());
            }
        }
    }
}
