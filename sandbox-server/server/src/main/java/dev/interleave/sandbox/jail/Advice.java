package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says what to type where a jail cannot be made. */
final class Advice {

    static final String NEEDS_LINUX =
            "Jails need Linux. On Windows run Interleave in WSL 2, on macOS in a Linux virtual"
                    + " machine (Lima, Podman machine, Docker Desktop).";

    static final String NO_FILTER =
            "There is a system call filter for x86-64 and aarch64 only, and this is neither.";

    private static final List<String> INSTALL =
            List.of("apt-get install", "dnf install", "pacman -S", "zypper install", "apk add");

    private Advice() {}

    static String noBubblewrap() {
        return INSTALL.stream()
                .filter(command -> Executables.find(command.split(" ")[0]).isPresent())
                .map(command -> "bubblewrap is missing. Type: sudo " + command + " bubblewrap")
                .findFirst()
                .orElse("bubblewrap is missing. Install the package \"bubblewrap\".");
    }

    /** The message of a jail that could not be started, with the cure where it is known. */
    static String on(String failure) {
        return failure + cure(Path.of("/proc/sys"), failure);
    }

    /** For tests, with the kernel's settings in another folder. */
    static String cure(Path settings, String failure) {
        if (is(settings.resolve("kernel/unprivileged_userns_clone"), "0")) {
            return forbidden("sudo sysctl -w kernel.unprivileged_userns_clone=1");
        }
        if (is(settings.resolve("user/max_user_namespaces"), "0")) {
            return forbidden("sudo sysctl -w user.max_user_namespaces=10000");
        }
        if (is(settings.resolve("kernel/apparmor_restrict_unprivileged_userns"), "1")) {
            return forbidden(
                    "sudo apt-get install apparmor-profiles && sudo ln -s"
                            + " /usr/share/apparmor/extra-profiles/bwrap-userns-restrict"
                            + " /etc/apparmor.d/ && sudo systemctl reload apparmor");
        }
        if (failure.contains("Operation not permitted") && Files.exists(Path.of("/.dockerenv"))) {
            return forbidden(
                    "docker run --security-opt seccomp=unconfined --security-opt"
                            + " apparmor=unconfined --security-opt systempaths=unconfined …");
        }
        return failure.contains("Unknown option")
                ? "\nThis bubblewrap is too old; version 0.8 or later is needed."
                : "";
    }

    private static String forbidden(String command) {
        return "\nThis machine forbids user namespaces, which jails are made of. Type: " + command;
    }

    private static boolean is(Path setting, String value) {
        try {
            return Files.exists(setting) && Files.readString(setting).strip().equals(value);
        } catch (IOException e) {
            return false;
        }
    }
}
