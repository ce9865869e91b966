import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

public final class Pins {

    private Pins() {}

    public static List<String> places(Runnable work) throws InterruptedException {
        List<RecordedEvent> events = Collections.synchronizedList(new ArrayList<>());
        var failure = new AtomicReference<Throwable>();
        try (var stream = new RecordingStream()) {
            stream.setReuse(false);
            stream.setOrdered(true);
            stream.enable("jdk.VirtualThreadPinned").withoutThreshold();
            stream.onEvent(events::add);
            stream.startAsync();
            var thread =
                    Thread.ofVirtual()
                            .uncaughtExceptionHandler((_, e) -> failure.set(e))
                            .start(work);
            thread.join();
            stream.stop();
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure.get() instanceof Error error) {
            throw error;
        }
        return events.stream().map(Pins::place).toList();
    }

    private static String place(RecordedEvent event) {
        for (var frame : event.getStackTrace().getFrames()) {
            var type = frame.getMethod().getType().getName();
            if (!type.matches("(java|jdk)\\..*")) {
                return type + "." + frame.getMethod().getName();
            }
        }
        return "unknown";
    }
}
