package de.quartierwerk.acceptance.faults;

import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The processes that this JVM has started for the platform, found by their command lines. */
final class Processes {
    private static final Duration END = Duration.ofMinutes(2);

    private Processes() {}

    static List<ProcessHandle> service(LocalService service) {
        String jar = "/quarkus-app/quarkus-run.jar";
        return java(line -> line.contains(jar) && line.contains("temporary/" + service.root() + " "));
    }

    /** PostgreSQL's first process; the others are its children. */
    static ProcessHandle postgres() {
        return all(line -> line.split(" ", 2)[0].endsWith("/bin/postgres")).stream()
                .findFirst()
                .orElseThrow();
    }

    static ProcessHandle keycloak() {
        return java(line -> line.contains("io.quarkus.bootstrap.runner.QuarkusEntryPoint"))
                .get(0);
    }

    /** The process in which the broker runs, and which keeps the other servers. */
    static ProcessHandle kafka() {
        return java(line -> line.contains("de.quartierwerk.servers.ServersProcess local"))
                .get(0);
    }

    /** A process with all that it has started. */
    static List<ProcessHandle> family(ProcessHandle process) {
        List<ProcessHandle> family = new ArrayList<>(List.of(process));
        process.descendants().forEach(family::add);
        return family;
    }

    /** Sends a signal, e.g. {@code STOP}. */
    static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(each -> Long.toString(each.pid()))
                .forEach(command::add);
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    /** Waits until they have ended. */
    static void ended(List<ProcessHandle> processes) {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(END.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static List<ProcessHandle> java(Predicate<String> line) {
        return all(found -> found.split(" ", 2)[0].endsWith("/java") && line.test(found));
    }

    private static List<ProcessHandle> all(Predicate<String> line) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> line.test(commandLine(process)))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
    }
}
