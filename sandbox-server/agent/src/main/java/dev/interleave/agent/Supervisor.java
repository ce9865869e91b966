package dev.interleave.agent;

import dev.interleave.wire.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.SplittableRandom;
import sun.security.jca.ProviderList;
import sun.security.jca.Providers;

/**
 * Connects to the supervisor without waking up the JDK's security providers.
 *
 * <p>The class behind unix domain sockets makes itself a {@link SecureRandom}, for the names of
 * server sockets that are bound to none. To find and set up a real one costs a third of the
 * processor time of a session's start. So this thread sees, for this moment only, one provider with
 * a generator that is good enough for names in a private folder; a learner who wants a {@code
 * SecureRandom} gets a real one as ever.
 */
final class Supervisor {

    private static final String ALGORITHM = "NativePRNGNonBlocking";

    private Supervisor() {}

    static Connection connect(Path socket) throws IOException {
        ProviderList usual =
                Providers.beginThreadProviderList(ProviderList.newList(new OneProvider()));
        try {
            return Connection.to(socket);
        } finally {
            Providers.endThreadProviderList(usual);
        }
    }

    private static final class OneProvider extends Provider {

        private static final long serialVersionUID = 1;

        OneProvider() {
            super("none", "1", "for names only");
            putService(new NamesOnly(this));
        }
    }

    private static final class NamesOnly extends Provider.Service {

        NamesOnly(Provider provider) {
            super(provider, "SecureRandom", ALGORITHM, Names.class.getName(), null, null);
        }

        @Override
        public Object newInstance(Object parameter) {
            return new Names();
        }
    }

    private static final class Names extends SecureRandomSpi {

        private static final long serialVersionUID = 1;

        private final transient SplittableRandom random = new SplittableRandom();

        @Override
        protected void engineSetSeed(byte[] seed) {
            // It has one.
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int bytes) {
            var seed = new byte[bytes];
            random.nextBytes(seed);
            return seed;
        }
    }
}
