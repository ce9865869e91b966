import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

public final class Shopping {

    public sealed interface Step {

        record AskPrice(String item) implements Step {}

        record AskPieces(String item) implements Step {}

        record Done(int sum) implements Step {}
    }

    private final Iterator<String> basket;
    private final Runnable goHome;
    private boolean begun;

    /** The piece that comes next; null when it is over. */
    private Function<Integer, Step> piece;

    public Shopping(List<String> basket, Runnable goHome) {
        this.basket = basket.iterator();
        this.goHome = goHome;
        this.piece = _ -> loop(0);
    }

    private Step loop(int sum) {
        begun = true;
        if (!basket.hasNext()) {
            end();
            return new Step.Done(sum);
        }
        String item = basket.next();
        piece =
                price -> {
                    piece = pieces -> loop(sum + price * pieces);
                    return new Step.AskPieces(item);
                };
        return new Step.AskPrice(item);
    }

    public Step resume(Integer answer) {
        checkNotOver();
        return piece.apply(answer);
    }

    public void fail(RuntimeException failure) {
        checkNotOver();
        end();
        throw failure;
    }

    public void cancel() {
        if (piece != null) {
            end();
        }
    }

    private void checkNotOver() {
        if (piece == null) {
            throw new IllegalStateException("it is over");
        }
    }

    private void end() {
        piece = null;
        if (begun) {
            goHome.run();
        }
    }
}
