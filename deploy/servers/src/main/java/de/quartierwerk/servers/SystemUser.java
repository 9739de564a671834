package de.quartierwerk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. Where this JVM does, its commands run in a user namespace of their own, in which
 * root is nobody; where the system forbids that, as the system's user nobody.
 */
final class SystemUser {
    private static final String NOBODY = "nobody";
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups");

    private SystemUser() {}

    /** What to put before a command of PostgreSQL so that it does not run as root; empty for other users. */
    static List<String> prefix(Path folder) throws IOException, InterruptedException {
        if (!root()) {
            return List.of();
        }
        if (works(NAMESPACE)) {
            return NAMESPACE;
        }
        if (!works(OTHER_USER)) {
            throw new IOException(
                    "PostgreSQL does not run as root, and this system lets root neither make a user namespace"
                            + " (unshare) nor change the user (setpriv). Start as another user.");
        }
        Files.createDirectories(folder);
        own(folder, folder);
        if (!works(List.of(
                "setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups", "test", "-w", folder.toString()))) {
            throw new IOException("PostgreSQL does not run as root, and the user nobody cannot reach " + folder
                    + ". Start as another user, or give a data folder that nobody can reach.");
        }
        return OTHER_USER;
    }

    /** Gives the file to the user that PostgreSQL runs as, where that is another one. */
    static void own(Path folder, Path file) throws IOException, InterruptedException {
        if (root() && !works(NAMESPACE)) {
            UserPrincipal nobody =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
            Files.setOwner(file, nobody);
        }
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(prefix);
        if (!command.contains("test")) {
            command.add("true");
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
