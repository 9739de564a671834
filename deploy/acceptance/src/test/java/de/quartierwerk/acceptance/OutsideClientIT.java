package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that others wrote, with Python's standard library, walks the same calls and finds every published class. */
@Order(3)
@ExtendWith(PlatformExtension.class)
class OutsideClientIT {

    private static final String START = """
            import runpy, sys
            folder, ports, *arguments = sys.argv[1:]
            sys.path.insert(0, folder)
            import client
            client.PORT.update((name, int(port)) for name, port in (each.split('=') for each in ports.split(',')))
            sys.argv = ['mss.py', *arguments]
            runpy.run_path(folder + '/mss.py', run_name='__main__')
            """;

    private final Acceptance acceptance;

    OutsideClientIT(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2013", "2015", "2017"})
    void mss_agreesWithThePublishedClasses(String year) throws IOException, InterruptedException {
        // Given
        Path script = Acceptance.outsideClient("mss.py");
        Path data = Acceptance.realData("berlin-mss/mss_" + year + ".csv");
        requirePython();
        Path log = Files.createTempFile("mss-" + year, ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        "python3", "-c", START, script.getParent().toString(), ports(), data.toString(), year)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("QW_HOST", "http://localhost");
        builder.environment().put("QW_KEYCLOAK", acceptance.addresses().realm().replaceAll("/realms/.*", ""));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        // When
        Process process = builder.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        // Then
        String output = Files.readString(log);
        Files.delete(log);
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(output).contains(" 0 that differ");
    }

    private String ports() {
        return acceptance.addresses().services().entrySet().stream()
                .map(service ->
                        service.getKey() + "=" + URI.create(service.getValue()).getPort())
                .collect(Collectors.joining(","));
    }

    private static void requirePython() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("python3 is missing");
        }
        assumeTrue(there, "skipped: python3 is missing");
    }
}
