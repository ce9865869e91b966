import java.io.IOException;

public final class Reports {

    public record Report(String customer, int price, String map) {}

    public interface Sources {

        String customer() throws IOException, InterruptedException;

        int total(String customer) throws IOException, InterruptedException;

        int discount(String customer) throws IOException, InterruptedException;

        String map() throws IOException, InterruptedException;
    }

    private Reports() {}

    public static Report build(Sources sources) throws IOException, InterruptedException {
        String customer = sources.customer();
        int total = sources.total(customer);
        int discount = sources.discount(customer);
        return new Report(customer, total - discount, sources.map());
    }
}
