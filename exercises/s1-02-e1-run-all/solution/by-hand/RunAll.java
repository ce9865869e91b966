import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public final class RunAll {

    private RunAll() {}

    private static final class Worker<T> extends Thread {

        private final Callable<T> task;
        private T result;
        private Throwable failure;

        Worker(int index, Callable<T> task) {
            super("w-" + index);
            this.task = task;
        }

        @Override
        public void run() {
            try {
                result = task.call();
            } catch (Throwable e) {
                failure = e;
            }
        }
    }

    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        List<Worker<T>> workers = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            workers.add(new Worker<>(i, tasks.get(i)));
        }
        workers.forEach(Thread::start);
        List<T> results = new ArrayList<>();
        try {
            for (Worker<T> worker : workers) {
                worker.join();
                results.add(worker.result);
            }
        } catch (InterruptedException e) {
            workers.forEach(Thread::interrupt);
            throw e;
        }
        for (Worker<T> worker : workers) {
            if (worker.failure != null) {
                throw new ExecutionException(worker.failure);
            }
        }
        return results;
    }
}
