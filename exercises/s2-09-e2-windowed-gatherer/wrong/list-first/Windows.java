import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherer;

public final class Windows {

    private Windows() {}

    public static Gatherer<Double, ?, Double> averages(int size, int step) {
        return Gatherer.<Double, List<Double>, Double>ofSequential(
                ArrayList::new,
                (all, number, _) -> all.add(number),
                (all, downstream) -> {
                    int seen = 0;
                    for (int begin = 0; begin < all.size(); begin += step) {
                        int end = Math.min(all.size(), begin + size);
                        if (end > seen) {
                            downstream.push(average(all.subList(begin, end)));
                            seen = end;
                        }
                    }
                });
    }

    private static double average(List<Double> numbers) {
        return numbers.stream().mapToDouble(number -> number).average().orElseThrow();
    }
}
