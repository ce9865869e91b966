import java.util.List;

public final class Shopping {

    public sealed interface Step {

        record AskPrice(String item) implements Step {}

        record AskPieces(String item) implements Step {}

        record Done(int sum) implements Step {}
    }

    private enum State {
        NEW,
        PRICE,
        PIECES,
        OVER
    }

    private final List<String> basket;
    private final Runnable goHome;
    private State state = State.NEW;
    private int next;
    private int price;
    private int sum;

    public Shopping(List<String> basket, Runnable goHome) {
        this.basket = basket;
        this.goHome = goHome;
    }

    public Step resume(Integer answer) {
        switch (state) {
            case NEW -> {
                return nextItem();
            }
            case PRICE -> {
                price = answer;
                state = State.PIECES;
                return new Step.AskPieces(basket.get(next));
            }
            case PIECES -> {
                int pieces = answer;
                sum += price * pieces;
                next++;
                return nextItem();
            }
            default -> {
                next = 0;
                sum = 0;
                return nextItem();
            }
        }
    }

    private Step nextItem() {
        if (next == basket.size()) {
            end();
            return new Step.Done(sum);
        }
        state = State.PRICE;
        return new Step.AskPrice(basket.get(next));
    }

    public void fail(RuntimeException failure) {
        if (state == State.OVER || state == State.NEW) {
            throw new IllegalStateException("nothing was asked");
        }
        end();
        throw failure;
    }

    public void cancel() {
        if (state == State.NEW) {
            state = State.OVER;
        } else if (state != State.OVER) {
            end();
        }
    }

    private void end() {
        state = State.OVER;
        goHome.run();
    }
}
