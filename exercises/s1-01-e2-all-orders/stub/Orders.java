import java.util.List;
import java.util.Set;

/** What a small program can print. */
public final class Orders {

    /** A step of a program or task. */
    public sealed interface Step {

        record Print(String line) implements Step {}

        record Spawn(String name, List<Step> steps) implements Step {}

        record Join(String name) implements Step {}
    }

    private Orders() {}

    /** Every output that the program can have. */
    public static Set<List<String>> of(List<Step> program) {
        return null;
    }
}
