import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelectionKey;
import java.nio.channels.spi.AbstractSelector;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A selector for {@link MemoryChannel}s. It keeps to the contract of {@link Selector}, and where a
 * real one would put its thread to sleep it returns 0 and remembers that.
 */
final class MemorySelector extends AbstractSelector {

    private final Set<SelectionKey> keys = new LinkedHashSet<>();
    private final Set<SelectionKey> selected = new LinkedHashSet<>();
    private boolean waited;

    MemorySelector() {
        super(null);
    }

    /** Whether the last call would have waited. */
    boolean waited() {
        return waited;
    }

    /** A new turn begins. */
    void newTurn() {
        waited = false;
    }

    @Override
    public int select() {
        removeCancelled();
        int changed = 0;
        boolean ready = false;
        for (var key : keys) {
            int now = ((Key) key).readyNow();
            ((MemoryChannel) key.channel()).selected(now != 0);
            if (now == 0) {
                continue;
            }
            ready = true;
            changed += ((Key) key).add(now, !selected.add(key)) ? 1 : 0;
        }
        if (!ready && waited) {
            // Somebody who selects until there is something would wait here for ever.
            throw new ClosedSelectorException();
        }
        waited = !ready;
        return changed;
    }

    private void removeCancelled() {
        keys.removeIf(key -> !key.isValid());
        selected.removeIf(key -> !key.isValid());
    }

    /** A time-out of 0 is none; with any other it comes back in vain. */
    @Override
    public int select(long timeout) {
        int changed = select();
        waited &= timeout == 0;
        return changed;
    }

    @Override
    public int selectNow() {
        int changed = select();
        waited = false;
        return changed;
    }

    @Override
    public Set<SelectionKey> keys() {
        return keys;
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return selected;
    }

    @Override
    public Selector wakeup() {
        return this;
    }

    @Override
    protected void implCloseSelector() {}

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int ops, Object attachment) {
        var key = new Key(channel);
        key.interestOps(ops);
        key.attach(attachment);
        keys.add(key);
        return key;
    }

    private final class Key extends AbstractSelectionKey {

        private final SelectableChannel channel;
        private int interest;
        private int ready;

        Key(SelectableChannel channel) {
            this.channel = channel;
        }

        int readyNow() {
            var memory = (MemoryChannel) channel;
            return interest
                    & ((memory.canBeRead() ? OP_READ : 0) | (memory.canBeWritten() ? OP_WRITE : 0));
        }

        /** Whether that changes something. */
        boolean add(int now, boolean wasSelected) {
            int before = wasSelected ? ready : 0;
            ready = before | now;
            return ready != before;
        }

        @Override
        public SelectableChannel channel() {
            return channel;
        }

        @Override
        public Selector selector() {
            return MemorySelector.this;
        }

        @Override
        public int interestOps() {
            check();
            return interest;
        }

        @Override
        public SelectionKey interestOps(int ops) {
            check();
            interest = ops;
            return this;
        }

        @Override
        public int readyOps() {
            check();
            return ready;
        }

        private void check() {
            if (!isValid()) {
                throw new CancelledKeyException();
            }
        }
    }
}
