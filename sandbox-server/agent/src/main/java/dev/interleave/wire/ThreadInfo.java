package dev.interleave.wire;

/**
 * A live thread of the learner's: its name as shown, whether it is virtual, its {@link
 * Thread.State} and top frame.
 */
public record ThreadInfo(String name, boolean virtual, String state, String at) {

    static ThreadInfo read(WireReader in) throws WireException {
        return new ThreadInfo(in.text(), in.bool(), in.text(), in.text());
    }

    static void write(WireWriter out, ThreadInfo info) {
        out.text(info.name).bool(info.virtual).text(info.state).text(info.at);
    }
}
