package de.quartierwerk.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each overlay keeps all rules, and each rule finds the mistakes that are its own. */
class ManifestsTest {
    private static Rules rules;

    @BeforeAll
    static void readRules() throws IOException, InterruptedException {
        assumeTrue(Yamls.canRender(), "The overlays are not checked: no kubectl on this machine");
        rules = Rules.ofCheckout();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void anOverlayKeepsAllRules(String overlay) throws IOException, InterruptedException {
        assertThat(rules.faults(Yamls.overlay(overlay))).isEmpty();
    }

    @Test
    void nothingOfAnOverlayIsASecret() throws IOException, InterruptedException {
        assertThat(new Manifests(Yamls.overlay("production")).names("Secret")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aMistakeIsFound() throws IOException, InterruptedException {
        List<JsonNode> right = Yamls.overlay("production");
        boolean schemas = Files.isDirectory(Rules.schemas());
        return mistakes().entrySet().stream()
                .filter(mistake -> schemas || !mistake.getKey().startsWith("schema:"))
                .map(mistake -> DynamicTest.dynamicTest(mistake.getKey(), () -> {
                    List<JsonNode> wrong =
                            right.stream().map(JsonNode::<JsonNode>deepCopy).toList();

                    mistake.getValue().accept(new Manifests(wrong));

                    assertThat(rules.faults(wrong)).isNotEmpty();
                }));
    }

    private static Map<String, Consumer<Manifests>> mistakes() {
        Map<String, Consumer<Manifests>> mistakes = new TreeMap<>();
        mistakes.put("a user of the system", all -> security(all).put("runAsUser", 0));
        mistakes.put("a file system that can be written", all -> security(all).put("readOnlyRootFilesystem", false));
        mistakes.put("more privileges", all -> security(all).remove("allowPrivilegeEscalation"));
        mistakes.put(
                "a capability",
                all -> ((ObjectNode) security(all).path("capabilities"))
                        .putArray("add")
                        .add("NET_ADMIN"));
        mistakes.put("the network of the node", all -> pod(all).put("hostNetwork", true));
        mistakes.put("a token of the cluster", all -> pod(all).put("automountServiceAccountToken", true));
        mistakes.put("latest", all -> container(all).put("image", "quartierwerk/registry:latest"));
        mistakes.put("another port", all -> ((ObjectNode) container(all).at("/ports/0")).put("containerPort", 8081));
        mistakes.put(
                "a probe of another path",
                all -> ((ObjectNode) container(all).at("/livenessProbe/httpGet")).put("path", "/registry/health/live"));
        mistakes.put("a variable that is missing", all -> settings(all).remove("QUARTIERWERK_KAFKA"));
        mistakes.put("a variable that nobody reads", all -> settings(all).put("QUARTIERWERK_KAFKAA", "kafka:9093"));
        mistakes.put(
                "another key of a secret",
                all -> ((ObjectNode) container(all).findParent("secretKeyRef").path("secretKeyRef"))
                        .put("key", "pasword"));
        mistakes.put(
                "less memory", all -> ((ObjectNode) container(all).at("/resources/limits")).put("memory", "128Mi"));
        mistakes.put(
                "an open network",
                all -> ((ObjectNode) all.one("NetworkPolicy", "service").at("/spec/ingress/0")).remove("from"));
        mistakes.put(
                "no network that is closed",
                all -> spec(all.one("NetworkPolicy", "nothing"))
                        .putArray("policyTypes")
                        .add("Ingress"));
        mistakes.put(
                "a right too many",
                all -> ((ObjectNode) all.one("KafkaUser", "reporting").at("/spec/authorization/acls/0/resource"))
                        .put("name", "quartierwerk.value-protected.v1"));
        mistakes.put(
                "a right for all topics that begin so",
                all -> ((ObjectNode) all.one("KafkaUser", "reporting").at("/spec/authorization/acls/0/resource"))
                        .put("patternType", "prefix"));
        mistakes.put(
                "a topic that forgets",
                all -> ((ObjectNode)
                                all.one("KafkaTopic", "quartierwerk.funding.v1").at("/spec/config"))
                        .put("retention.ms", 604_800_000));
        mistakes.put(
                "health on the ingress",
                all -> ((ObjectNode) all.one("Ingress", "services").at("/spec/rules/0/http/paths/0"))
                        .put("path", "/registry/q"));
        mistakes.put(
                "pages that nothing leads to",
                all -> ((ArrayNode) all.one("Ingress", "services").at("/spec/rules/0/http/paths"))
                        .removeIf(path -> path.path("path").asText().equals("/registry/ogc")));
        mistakes.put(
                "files that are too large for the gateway",
                all -> ((ObjectNode) all.one("Ingress", "files").at("/metadata/annotations"))
                        .put("nginx.ingress.kubernetes.io/proxy-body-size", "256m"));
        mistakes.put(
                "too few connections",
                all -> ((ObjectNode)
                                all.one("Cluster", "quartierwerk-postgresql").at("/spec/postgresql/parameters"))
                        .put("max_connections", "100"));
        mistakes.put(
                "a database of another owner",
                all -> spec(all.one("Database", "registry")).put("owner", "ingestion"));
        mistakes.put(
                "an update with a gap",
                all -> ((ObjectNode) registry(all).at("/spec/strategy/rollingUpdate")).put("maxUnavailable", 1));
        mistakes.put(
                "TLS for another host",
                all -> ((ArrayNode) all.one("Ingress", "services").at("/spec/tls/0/hosts")).set(0, "other.example"));
        mistakes.put(
                "schema: a field with a slip",
                all -> spec(all.one("Cluster", "quartierwerk-postgresql")).put("instnces", 3));
        mistakes.put(
                "schema: a text for a number",
                all -> spec(all.one("Cluster", "quartierwerk-postgresql")).put("instances", "three"));
        return mistakes;
    }

    private static JsonNode registry(Manifests all) {
        return all.one("Deployment", "registry");
    }

    private static ObjectNode pod(Manifests all) {
        return (ObjectNode) Manifests.pod(registry(all));
    }

    private static ObjectNode container(Manifests all) {
        return (ObjectNode) Manifests.container(registry(all));
    }

    private static ObjectNode security(Manifests all) {
        return (ObjectNode) container(all).path("securityContext");
    }

    private static ObjectNode settings(Manifests all) {
        return (ObjectNode) all.one("ConfigMap", "quartierwerk").path("data");
    }

    private static ObjectNode spec(JsonNode document) {
        return (ObjectNode) document.path("spec");
    }
}
