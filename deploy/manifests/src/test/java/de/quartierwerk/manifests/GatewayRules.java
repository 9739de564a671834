package de.quartierwerk.manifests;

import static de.quartierwerk.manifests.Manifests.name;
import static de.quartierwerk.manifests.Manifests.stream;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.local.LocalService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether the gateway leads in all that callers need, and nothing else. */
record GatewayRules(Manifests manifests) {
    private static final List<String> OF_EVERY_SERVICE = List.of("v1", "openapi", "docs");
    /** Pages and standards beside the API, without a version in their address. */
    private static final Map<String, List<String>> BESIDE = Map.of(
            "registry", List.of("ogc"),
            "reporting", List.of("", "berichte", "handlungsfelder", "indikatoren", "raeume"));

    private static final Map<String, List<String>> FILES =
            Map.of("registry", List.of("v1/imports"), "ingestion", List.of("v1/submissions", "v1/mappings/proposal"));
    private static final String ANNOTATION = "nginx.ingress.kubernetes.io/";

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        List<String> led = new ArrayList<>();
        manifests.all("Ingress").forEach(ingress -> {
            if (ingress.at("/spec/tls/0/hosts/0").asText("").isEmpty()
                    || !ingress.at("/spec/tls/0/hosts/0").equals(ingress.at("/spec/rules/0/host"))) {
                faults.add("the ingress " + name(ingress) + " has no TLS for its host");
            }
            stream(ingress.at("/spec/rules/0/http/paths")).forEach(path -> {
                String way = path.path("path").asText();
                led.add(way);
                if (!isOurs(path, way) && !isKeycloak(path, way)) {
                    faults.add("the ingress " + name(ingress) + " leads " + way + " to "
                            + path.at("/backend/service/name").asText());
                }
                if (isFile(way) && !takesFiles(ingress)) {
                    faults.add("the ingress " + name(ingress) + " takes no large file at " + way);
                }
            });
        });
        Stream.of(LocalService.values())
                .flatMap(service -> ways(service.root()))
                .filter(way -> !led.contains(way))
                .forEach(way -> faults.add("no ingress leads " + way));
        return faults;
    }

    private boolean isOurs(JsonNode path, String way) {
        String target = path.at("/backend/service/name").asText();
        return manifests.names("Service").contains(target)
                && ways(target).anyMatch(way::equals)
                && path.at("/backend/service/port/name").asText().equals("http")
                && (!way.matches("/[a-z]+/?") || path.path("pathType").asText().equals("Exact"));
    }

    private boolean isKeycloak(JsonNode path, String way) {
        return path.at("/backend/service/name").asText().equals("keycloak-service")
                && way.startsWith("/auth/")
                && path.at("/backend/service/port/number").asInt()
                        == manifests
                                .one("Keycloak", "keycloak")
                                .at("/spec/http/httpPort")
                                .asInt();
    }

    private static Stream<String> ways(String service) {
        Stream<String> usual = Stream.of(
                        OF_EVERY_SERVICE,
                        BESIDE.getOrDefault(service, List.<String>of()),
                        FILES.getOrDefault(service, List.<String>of()))
                .flatMap(List::stream)
                .map(way -> "/" + service + "/" + way);
        return BESIDE.getOrDefault(service, List.of()).contains("")
                ? Stream.concat(usual, Stream.of("/" + service))
                : usual;
    }

    private static boolean isFile(String way) {
        return FILES.entrySet().stream()
                .anyMatch(files ->
                        files.getValue().stream().anyMatch(file -> way.equals("/" + files.getKey() + "/" + file)));
    }

    /** As large as the services take them, and passed on without a copy at the gateway. */
    private static boolean takesFiles(JsonNode ingress) {
        JsonNode annotations = ingress.at("/metadata/annotations");
        return annotations.path(ANNOTATION + "proxy-body-size").asText().equals("2g")
                && annotations
                        .path(ANNOTATION + "proxy-request-buffering")
                        .asText()
                        .equals("off");
    }
}
