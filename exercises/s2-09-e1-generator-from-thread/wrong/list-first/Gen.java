import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;

public final class Gen<T> implements Iterator<T>, AutoCloseable {

    public interface Out<T> {

        void yield(T value) throws InterruptedException;
    }

    public interface Body<T> {

        void run(Out<T> out) throws Exception;
    }

    private final Body<T> body;
    private List<T> values;
    private int at;
    private Throwable failure;
    private boolean closed;

    public Gen(Body<T> body) {
        this.body = body;
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        if (values == null) {
            values = new ArrayList<>();
            try {
                body.run(value -> values.add(value));
            } catch (Exception e) {
                failure = e;
            }
        }
        if (at == values.size() && failure != null) {
            throw new CompletionException(failure);
        }
        return at < values.size();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return values.get(at++);
    }

    @Override
    public void close() {
        closed = true;
    }
}
