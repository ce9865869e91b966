import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

public final class Pins {

    private static final String PINNED = "jdk.VirtualThreadPinned";

    private Pins() {}

    public static List<String> places(Runnable work) throws InterruptedException {
        var places = new CopyOnWriteArrayList<String>();
        try (var stream = new RecordingStream()) {
            stream.enable(PINNED).withStackTrace();
            stream.onEvent(PINNED, event -> places.add(place(event)));
            stream.startAsync();
            run(work);
            stream.stop();
        }
        return List.copyOf(places);
    }

    private static void run(Runnable work) throws InterruptedException {
        var task = new FutureTask<Void>(work, null);
        Thread.startVirtualThread(task);
        try {
            task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e);
            }
        }
    }

    private static String place(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .map(RecordedFrame::getMethod)
                .findFirst()
                .map(method -> method.getType().getName() + "." + method.getName())
                .orElse("?");
    }
}
