package de.quartierwerk.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rendered documents of an overlay.
 *
 * @param documents all of them
 */
record Manifests(List<JsonNode> documents) {
    Manifests {
        documents = List.copyOf(documents);
    }

    Stream<JsonNode> all(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind));
    }

    JsonNode one(String kind, String name) {
        return all(kind)
                .filter(document -> name(document).equals(name))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    Set<String> names(String kind) {
        return all(kind).map(Manifests::name).collect(Collectors.toSet());
    }

    /** What has a template of pods: deployments and jobs. */
    Stream<JsonNode> workloads() {
        return Stream.concat(all("Deployment"), all("Job"));
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static JsonNode container(JsonNode workload) {
        return pod(workload).at("/containers/0");
    }

    static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
