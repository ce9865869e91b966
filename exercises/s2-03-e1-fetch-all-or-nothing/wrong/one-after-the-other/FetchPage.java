import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public final class FetchPage {

    public record Page(String user, String orders, String offers) {}

    private FetchPage() {}

    public static Page fetch(
            Callable<String> user, Callable<String> orders, Callable<String> offers)
            throws InterruptedException, ExecutionException {
        try {
            return new Page(user.call(), orders.call(), offers.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(e);
        }
    }
}
