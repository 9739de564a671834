package de.quartierwerk.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * The user that PostgreSQL runs as, since it refuses to run as root. Where this JVM does, PostgreSQL runs in a user
 * namespace of its own, in which root is nobody; where the system forbids that, as the system's user nobody.
 */
enum SystemUser {
    /** This JVM's own user. */
    SAME(List.of()),
    /** Root, who is nobody in a namespace of his own; files stay his. */
    NAMESPACE(List.of("unshare", "--user")),
    /** The system's user nobody; files must be his. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> prefix;

    SystemUser(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The one that works here. */
    static SystemUser find() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return SAME;
        }
        for (SystemUser user : List.of(NAMESPACE, NOBODY)) {
            if (user.can("true")) {
                return user;
            }
        }
        throw new IOException("PostgreSQL does not run as root, and this system lets root neither make a user namespace"
                + " (unshare) nor change the user (setpriv). Start as another user.");
    }

    /** The command as this user runs it. */
    List<String> command(List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        return command;
    }

    /** Gives files and folders to this user. */
    void own(Path path) throws IOException, InterruptedException {
        if (this == NOBODY
                && run(List.of("chown", "-R", "65534:65534", path.toRealPath().toString())) != 0) {
            throw new IOException("Cannot give " + path + " to the user nobody");
        }
    }

    /**
     * A folder that this user can use in place of the given one, which may lie below one that only root can enter: the
     * given one if he can reach it, otherwise one in /var/tmp.
     */
    Path reachable(Path folder) throws IOException, InterruptedException {
        if (this != NOBODY || can("test", "-x", folder.toString())) {
            return folder;
        }
        CRC32 sum = new CRC32();
        sum.update(folder.toString().getBytes(StandardCharsets.UTF_8));
        return Paths.get(
                "/var/tmp",
                "quartierwerk-" + Long.toHexString(sum.getValue()),
                folder.getFileName().toString());
    }

    private boolean can(String... words) throws InterruptedException {
        try {
            return run(command(List.of(words))) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
