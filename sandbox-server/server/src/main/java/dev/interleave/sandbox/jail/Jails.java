package dev.interleave.sandbox.jail;

import dev.interleave.sandbox.Isolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Starts JVMs in jails; one for the whole server. Closing it kills everything that it started.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Jails implements AutoCloseable {

    private final JailSettings settings;
    private final ServerFolder folder;
    private final Spawner spawner;
    private final Machine machine;
    private final Optional<Starter> starter;
    private final Optional<AotCaches> caches;
    private final Set<Jail> live = ConcurrentHashMap.newKeySet();

    private Jails(JailSettings settings, ServerFolder folder, Spawner spawner, Machine machine)
            throws IOException {
        this.settings = settings;
        this.folder = folder;
        this.spawner = spawner;
        this.machine = machine;
        this.starter = machine.confinement().map(way -> new Starter(folder, spawner, way));
        this.caches =
                machine.isolation().jailed()
                        ? Optional.of(
                                new AotCaches(settings.runtime().resolve("aot"), settings.jdk()))
                        : Optional.empty();
    }

    /**
     * Finds out what this machine offers, and cleans up after a server that was killed.
     *
     * @throws UncheckedIOException if the runtime or the temporary folder cannot be used
     */
    public static Jails open(JailSettings settings) {
        try {
            ServerFolder folder = ServerFolder.open();
            Spawner spawner = new Spawner();
            Machine machine = Machine.probe(settings, folder, spawner);
            return new Jails(settings, folder, spawner, machine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How well the jails isolate on this machine. */
    public Isolation isolation() {
        return machine.isolation();
    }

    /** The flags with which such a JVM is started. */
    public List<String> flags(JailSpec spec) {
        return JvmFlags.of(spec.role(), spec.profile());
    }

    /**
     * Starts a JVM and waits until it has connected its control channel.
     *
     * @throws IOException if this machine cannot jail, or the JVM cannot be started, ends or does
     *     not connect in time; the message says what to do, or quotes what the JVM wrote
     */
    public Jail start(JailSpec spec) throws IOException {
        Program program = Program.of(spec, settings.app());
        Program equipped = caches.isPresent() ? caches.get().equip(kind(spec), program) : program;
        return start(spec.name(), spec.brief() ? equipped.brief() : equipped, spec.limits());
    }

    /**
     * Lets a JVM of this role and profile rehearse, so that later ones start faster and in less
     * memory. Does nothing if it was done for the same JDK, jars and flags before, or where there
     * are no jails; everything works without.
     *
     * @throws IOException if it failed; then nothing has changed
     */
    public void train(JailSpec spec, Training training) throws IOException {
        if (caches.isPresent()) {
            Program program = Program.of(spec, settings.app());
            new AotTrainer(folder, starter.orElseThrow(this::refusal), caches.get())
                    .train(kind(spec), program, training);
        }
    }

    private static String kind(JailSpec spec) {
        String profile = spec.profile().name().replaceAll("[^A-Za-z0-9_-]", "_");
        return spec.role().name().toLowerCase(Locale.ROOT) + "." + profile;
    }

    Jail start(String name, Program program, JailLimits limits) throws IOException {
        Jail jail = starter.orElseThrow(this::refusal).start(name, program, limits);
        live.add(jail);
        jail.ended().thenRun(() -> live.remove(jail));
        return jail;
    }

    private IOException refusal() {
        String why =
                machine.isolation().layers().stream()
                        .filter(layer -> !layer.present())
                        .map(layer -> layer.name() + ": " + layer.detail())
                        .collect(Collectors.joining("\n"));
        return new IOException("This machine cannot run cells safely.\n" + why);
    }

    /** Kills every jail and waits until nothing is left of them. */
    @Override
    public void close() {
        live.forEach(Jail::close);
        starter.ifPresent(Starter::close);
        spawner.close();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
