import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

public final class Shopping {

    public sealed interface Step {

        record AskPrice(String item) implements Step {}

        record AskPieces(String item) implements Step {}

        record Done(int sum) implements Step {}
    }

    private static final Map<String, Integer> PRICES = new HashMap<>();
    private final Iterator<String> it;
    private final Runnable goHome;
    private String item;
    private boolean begun, over, asked;
    private int sum;

    public Shopping(List<String> basket, Runnable goHome) {
        this.it = basket.iterator();
        this.goHome = goHome;
    }

    public Step resume(Integer answer) {
        if (over) throw new IllegalStateException();
        if (begun && !asked) {
            PRICES.put(item, answer);
            asked = true;
            return new Step.AskPieces(item);
        }
        if (begun) {
            sum += PRICES.get(item) * answer;
            asked = false;
        }
        begun = true;
        if (!it.hasNext()) {
            over = true;
            goHome.run();
            return new Step.Done(sum);
        }
        item = it.next();
        return new Step.AskPrice(item);
    }

    public void fail(RuntimeException failure) {
        if (over) throw new IllegalStateException();
        over = true;
        if (begun) goHome.run();
        throw failure;
    }

    public void cancel() {
        if (!over && begun) goHome.run();
        over = true;
    }
}
