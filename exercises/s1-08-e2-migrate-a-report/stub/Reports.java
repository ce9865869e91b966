import java.io.IOException;

/** Builds reports. */
public final class Reports {

    /** What is built. */
    public record Report(String customer, int price, String map) {}

    /** Who is asked; each answer may take a while. */
    public interface Sources {

        String customer() throws IOException, InterruptedException;

        int total(String customer) throws IOException, InterruptedException;

        int discount(String customer) throws IOException, InterruptedException;

        String map() throws IOException, InterruptedException;
    }

    private Reports() {}

    /**
     * Asks all sources.
     *
     * @throws IOException what a source threw
     */
    public static Report build(Sources sources) throws IOException, InterruptedException {
        return null;
    }
}
