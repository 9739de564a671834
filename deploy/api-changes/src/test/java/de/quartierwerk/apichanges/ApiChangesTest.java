package de.quartierwerk.apichanges;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** No API document breaks a caller of the released one, unless {@code accepted.csv} says why. */
class ApiChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CHECKOUT = Path.of("../..");
    private static final Path RELEASED = Path.of("released");
    private static final Path BASELINE = RELEASED.resolve("baseline.txt");
    private static final Path ACCEPTED = Path.of("accepted.csv");
    private static final String ENDING = ".json";

    /** At a release the present documents become the released ones, and nothing is left to accept. */
    @BeforeAll
    static void renew() throws IOException {
        if (!Boolean.getBoolean("quartierwerk.openapi.release")) {
            return;
        }
        for (Path old : list(RELEASED)) {
            Files.delete(old);
        }
        for (Map.Entry<String, Path> document : present().entrySet()) {
            Files.copy(
                    document.getValue(),
                    RELEASED.resolve(document.getKey() + ENDING),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(BASELINE, version() + "\n");
        Files.writeString(ACCEPTED, Accepted.HEADER);
    }

    @Test
    void noChangeBreaksCallersUnlessAccepted() throws IOException {
        List<Change> changes = new ArrayList<>();
        Map<String, Path> present = present();
        for (Map.Entry<String, Path> released : released().entrySet()) {
            String service = released.getKey();
            JsonNode now = present.containsKey(service) ? read(present.get(service)) : JSON.createObjectNode();
            changes.addAll(new ApiComparison(service, read(released.getValue()), now).breaks());
        }

        assertThat(String.join("\n", Accepted.of(Files.readString(ACCEPTED)).faults(changes)))
                .as("changes that break callers, see deploy/api-changes/README.md")
                .isEmpty();
    }

    @Test
    void theDocumentsAreThoseOfTheLastRelease() throws IOException {
        assertThat(Files.readString(BASELINE).strip())
                .as("the version in publiccode.yml is new; take the documents of its release as "
                        + "deploy/api-changes/README.md tells")
                .isEqualTo(version());
        assertThat(released().keySet())
                .contains(
                        "classification",
                        "indicator-ingestion",
                        "reporting",
                        "social-space-registry",
                        "social-space-registry-ogc",
                        "stakeholder-funding");
    }

    @Test
    void aDocumentEqualToItsReleaseBreaksNothing() throws IOException {
        for (Map.Entry<String, Path> document : present().entrySet()) {
            JsonNode root = read(document.getValue());
            assertThat(new ApiComparison(document.getKey(), root, root).breaks())
                    .as(document.getKey())
                    .isEmpty();
        }
    }

    @Test
    void aFieldThatARealDocumentLosesIsFound() throws IOException {
        // Given
        JsonNode before = read(present().get("social-space-registry"));
        JsonNode now = before.deepCopy();
        ((ObjectNode) now.at("/components/schemas/SocialSpace/properties")).remove("validFrom");
        // When
        List<Change> changes = new ApiComparison("social-space-registry", before, now).breaks();
        // Then
        assertThat(changes)
                .contains(new Change(
                        "social-space-registry",
                        "GET /registry/v1/spaces/{key}",
                        "response SocialSpace/validFrom: removed"));
        assertThat(changes).extracting(Change::what).containsOnly("response SocialSpace/validFrom: removed");
    }

    @Test
    void aParameterThatTheOgcApiLosesIsFound() throws IOException {
        // Given
        JsonNode before = read(present().get("social-space-registry-ogc"));
        JsonNode now = before.deepCopy();
        ((ObjectNode) now.at("/components/parameters")).remove("bbox");
        // When
        List<Change> changes = new ApiComparison("ogc", before, now).breaks();
        // Then
        assertThat(changes)
                .containsExactly(new Change("ogc", "components/parameters/bbox", "parameter bbox in query: removed"));
    }

    private static Map<String, Path> released() throws IOException {
        Map<String, Path> documents = new TreeMap<>();
        for (Path file : list(RELEASED)) {
            String name = file.getFileName().toString();
            if (name.endsWith(ENDING)) {
                documents.put(name.substring(0, name.length() - ENDING.length()), file);
            }
        }
        return documents;
    }

    private static Map<String, Path> present() throws IOException {
        Map<String, Path> documents = new TreeMap<>();
        for (Path service : list(CHECKOUT.resolve("services"))) {
            String name = service.getFileName().toString();
            documents.put(name, service.resolve("openapi.json"));
            documents.put(name + "-ogc", service.resolve("src/main/resources/ogc/openapi.json"));
        }
        documents.values().removeIf(Files::notExists);
        return documents;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path document) throws IOException {
        return JSON.readTree(document.toFile());
    }

    private static String version() throws IOException {
        Map<String, Object> about = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(CHECKOUT.resolve("publiccode.yml")));
        return about.get("softwareVersion").toString();
    }
}
