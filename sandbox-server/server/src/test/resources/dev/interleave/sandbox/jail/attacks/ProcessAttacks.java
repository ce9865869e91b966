import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class ProcessAttacks {

    static Object start(String[] args) throws Exception {
        String java = System.getProperty("java.home") + "/bin/java";
        return new ProcessBuilder(java, "-version").start().waitFor();
    }

    static Object seeOthers(String[] args) throws IOException {
        return Files.readString(Path.of("/proc", args[0], "cmdline"));
    }

    static Object killAnother(String[] args) {
        return ProcessHandle.of(Long.parseLong(args[0])).orElseThrow().destroyForcibly();
    }

    static Object environment(String[] args) {
        return new java.util.TreeSet<>(System.getenv().keySet());
    }

    static Object status(String[] args) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status"));
    }

    static Object threads(String[] args) {
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                threads.add(Thread.ofPlatform().daemon().start(() -> await(end)));
            }
            return threads.size();
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
