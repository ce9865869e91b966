package dev.interleave.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConnectionTest {

    @TempDir Path directory;
    private Connection here;
    private Connection there;

    @BeforeEach
    void connect() throws IOException {
        Path path = directory.resolve("socket");
        try (var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            here = Connection.to(path);
            there = new Connection(listener.accept());
        }
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        there.close();
    }

    @Test
    void what_one_side_writes_the_other_reads() throws Exception {
        byte[] sent = new byte[1 << 20];
        new Random(1).nextBytes(sent);
        try (var writer = Executors.newSingleThreadExecutor()) {
            Future<?> written =
                    writer.submit(
                            () -> {
                                here.output().write(sent[0]);
                                here.output().write(sent, 1, sent.length - 1);
                                here.output().flush();
                                return null;
                            });
            assertThat(there.input().readNBytes(sent.length)).isEqualTo(sent);
            written.get();
        }
    }

    @Test
    void both_directions_work_at_the_same_time() throws Exception {
        try (var reader = Executors.newSingleThreadExecutor()) {
            Future<Integer> answer = reader.submit(() -> here.input().read());
            here.output().write(7);
            here.output().flush();
            there.output().write(there.input().read() + 200);
            there.output().flush();
            assertThat(answer.get()).isEqualTo(207);
        }
    }

    @Test
    void frames_arrive_as_they_were_sent() throws Exception {
        ToSession message = new ToSession.Invoke(3, "REPL.$JShell$1", "do_it$");
        var writer = new WireWriter();
        ToSession.write(writer, message);
        writer.sendTo(here.output());
        here.output().flush();

        var reader = new WireReader(there.input());
        assertThat(ToSession.read(reader.next(), reader)).isEqualTo(message);
    }

    @Test
    void the_stream_ends_when_the_other_side_closes() throws IOException {
        here.output().write(1);
        here.output().flush();
        here.close();
        assertThat(there.input().read()).isEqualTo(1);
        assertThat(there.input().read()).isEqualTo(-1);
        assertThat(new WireReader(there.input()).next()).isEqualTo(-1);
    }
}
