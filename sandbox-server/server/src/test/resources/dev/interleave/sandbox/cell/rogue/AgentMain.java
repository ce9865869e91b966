package dev.interleave.agent;

import dev.interleave.wire.ClassFile;
import dev.interleave.wire.Connection;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToSession;
import dev.interleave.wire.Wire;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * An agent that somebody has taken over. It runs nothing; it answers "2" to everything, until it is
 * to load a class that names one of its tricks.
 */
public final class AgentMain {

    private static final List<String> TRICKS =
            List.of(
                    "rogueGarbage",
                    "rogueHugeFrame",
                    "rogueEmptyFrame",
                    "rogueUnknownTag",
                    "rogueHalfFrame",
                    "rogueManyElements",
                    "rogueTwoReplies",
                    "rogueOtherRun",
                    "rogueSecondHello",
                    "rogueFlood",
                    "rogueSmallFlood",
                    "rogueDescriptorFlood",
                    "rogueDeaf",
                    "rogueHangUp",
                    "rogueNoEnd",
                    "rogueNoThreads");

    private static final WireWriter WRITER = new WireWriter();
    private static Connection connection;
    private static String trick = "";
    private static long run;

    public static void main(String[] args) throws Exception {
        connection = Connection.to(Path.of(args[0]));
        send(new FromSession.Hello(Wire.PROTOCOL));
        WireReader reader = new WireReader(connection.input());
        for (int tag = reader.next(); tag >= 0; tag = reader.next()) {
            handle(ToSession.read(tag, reader));
        }
    }

    private static void handle(ToSession message) throws Exception {
        switch (message) {
            case ToSession.Load load -> load.classes().forEach(AgentMain::look);
            case ToSession.BeginRun begin -> run = begin.run();
            case ToSession.Invoke invoke -> invoke();
            case ToSession.ReadVariable read -> reply("2");
            case ToSession.Publish publish -> reply(null);
            case ToSession.Stop stop -> send(new FromSession.StopFinished(run, 0));
            case ToSession.EndRun end -> endRun();
            default -> {}
        }
    }

    private static void look(ClassFile file) {
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        TRICKS.stream().filter(text::contains).findFirst().ifPresent(found -> trick = found);
    }

    private static void endRun() throws IOException {
        if (!trick.equals("rogueNoEnd")) {
            int threads = trick.equals("rogueNoThreads") ? -5 : 0;
            send(new FromSession.RunEnded(run, threads, List.of()));
        }
    }

    private static void reply(String text) throws IOException {
        send(new FromSession.Replied(run, new Reply.Returned(text)));
    }

    private static void invoke() throws Exception {
        switch (trick) {
            case "rogueGarbage" -> {
                byte[] bytes = new byte[1000];
                new Random(1).nextBytes(bytes);
                raw(bytes);
            }
            case "rogueHugeFrame" -> raw(new byte[] {0x7f, -1, -1, -1, 2});
            case "rogueEmptyFrame" -> raw(new byte[] {0, 0, 0, 0});
            case "rogueUnknownTag" -> raw(new byte[] {0, 0, 0, 1, 99});
            case "rogueHalfFrame" -> {
                raw(new byte[] {0, 0, 1, 0, 2});
                Runtime.getRuntime().halt(0);
            }
            case "rogueManyElements" ->
                    // The end of a run with 2 billion threads in its list.
                    raw(new byte[] {0, 0, 0, 17, 6, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 127, -1, -1, -1});
            case "rogueTwoReplies" -> {
                reply("2");
                reply("2");
                reply("2");
            }
            case "rogueOtherRun" -> {
                send(new FromSession.Output(run + 1, false, "main", "forged"));
                send(new FromSession.Replied(run - 1, new Reply.Returned("forged")));
                reply("2");
            }
            case "rogueSecondHello" -> send(new FromSession.Hello(Wire.PROTOCOL));
            case "rogueFlood" -> flood("x".repeat(60_000));
            case "rogueSmallFlood" -> flood("");
            case "rogueDescriptorFlood" -> {
                while (true) {
                    System.out.print("y".repeat(60_000));
                }
            }
            case "rogueDeaf" -> Thread.sleep(Long.MAX_VALUE);
            case "rogueHangUp" -> {
                connection.close();
                Thread.sleep(Long.MAX_VALUE);
            }
            default -> reply("2");
        }
    }

    private static void flood(String text) throws IOException {
        while (true) {
            send(new FromSession.Output(run, false, "main", text));
            send(new FromSession.WantsInput(run));
            send(new FromSession.Omitted(run, false, 1));
        }
    }

    private static void send(FromSession message) throws IOException {
        message.writeTo(WRITER);
        WRITER.sendTo(connection.output());
        connection.output().flush();
    }

    private static void raw(byte[] bytes) throws IOException {
        connection.output().write(bytes);
        connection.output().flush();
    }
}
