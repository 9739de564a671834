package de.quartierwerk.funding;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The cases of the README, walked as a newcomer does: pasted into a shell. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ReadmeWalkIT {

    private static final String BEGIN = "<!-- walked by the build: begin -->\n\n```sh\n";

    @TestHTTPResource
    URL address;

    @Test
    void theCasesOfTheReadmeCanBeWalked() throws IOException, InterruptedException {
        Api.applicants();
        Api.space("99001001-01", "99001001");
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        String script = readme.substring(begin, readme.indexOf("```", begin));
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        shell.environment().put("FUNDING", address.toString().replaceAll("(/funding)?/*$", "") + "/funding/v1");
        shell.environment().put("REALM", System.getProperty("quartierwerk.test.realm"));

        Process walk = shell.start();
        String told = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(walk.waitFor()).as(told).isZero();
        assertThat(told.lines().filter(line -> line.startsWith("\"")).toList())
                .as(told)
                .contains("\"state\":\"CONSULTED\"", "\"result\":\"refused\"")
                .endsWith(
                        "\"state\":\"REVIEWED\"",
                        "\"state\":\"REVIEWED\"",
                        "\"state\":\"RECOVERED\"",
                        "\"state\":\"RECOVERED\"",
                        "\"state\":\"RECOVERED\"",
                        "\"state\":\"CLOSED\"",
                        "\"total\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}");
    }
}
