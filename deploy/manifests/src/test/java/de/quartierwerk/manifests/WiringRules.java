package de.quartierwerk.manifests;

import static de.quartierwerk.manifests.Manifests.container;
import static de.quartierwerk.manifests.Manifests.name;
import static de.quartierwerk.manifests.Manifests.stream;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.local.LocalService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what one document names exists at the other end: ports, variables, secrets, databases, selectors. */
record WiringRules(Manifests manifests, Set<String> declaredVariables) {
    private static final Set<String> NEEDED = Set.of(
            "QUARTIERWERK_HOST",
            "QUARTIERWERK_DATABASE_URL",
            "QUARTIERWERK_DATABASE_USER",
            "QUARTIERWERK_DATABASE_PASSWORD",
            "QUARTIERWERK_KAFKA",
            "QUARTIERWERK_CREATE_TOPICS",
            "QUARTIERWERK_ISSUER",
            "QUARTIERWERK_ISSUER_INSIDE",
            "QUARTIERWERK_CORS_ORIGINS",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SASL_JAAS_CONFIG");
    private static final int CONNECTIONS_PER_POD = 16;
    private static final int PODS = 4;
    private static final int KEYCLOAK_CONNECTIONS = 40;

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> shared = new HashSet<>();
        manifests.one("ConfigMap", "quartierwerk").path("data").fieldNames().forEachRemaining(shared::add);
        declared("settings", shared, faults);
        manifests.workloads().forEach(workload -> {
            declared(name(workload), own(workload), faults);
            secrets(workload, faults);
        });
        for (LocalService service : LocalService.values()) {
            JsonNode deployment = manifests.one("Deployment", service.root());
            Set<String> set = own(deployment);
            set.addAll(shared);
            NEEDED.stream()
                    .filter(variable -> !set.contains(variable))
                    .forEach(variable -> faults.add(service.root() + " lacks " + variable));
            port(deployment, faults);
            database(deployment, faults);
        }
        connections(faults);
        return faults;
    }

    private static Set<String> own(JsonNode workload) {
        return stream(container(workload).path("env"))
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
    }

    private void declared(String where, Set<String> variables, List<String> faults) {
        variables.stream()
                .filter(variable -> variable.startsWith("QUARTIERWERK_") && !declaredVariables.contains(variable))
                .forEach(variable -> faults.add(where + " sets " + variable + ", which nobody reads"));
    }

    private void secrets(JsonNode workload, List<String> faults) {
        Map<String, Set<String>> made = Map.of(
                "quartierwerk-cluster-ca-cert", Set.of("ca.crt"),
                "realm", Set.of("realm"));
        workload.findValues("secretKeyRef").forEach(reference -> {
            String secret = reference.path("name").asText();
            String key = reference.path("key").asText();
            boolean database = secret.equals("database-" + name(workload)) && key.equals("password");
            boolean user = secret.equals(name(workload))
                    && manifests.names("KafkaUser").contains(secret)
                    && key.equals("sasl.jaas.config");
            if (!database && !user) {
                faults.add(name(workload) + " reads " + key + " of the secret " + secret + ", which nobody makes");
            }
        });
        stream(Manifests.pod(workload).path("volumes"))
                .map(volume -> volume.path("secret"))
                .filter(secret -> !secret.isMissingNode())
                .forEach(secret -> stream(secret.path("items")).forEach(item -> {
                    String mounted = secret.path("secretName").asText();
                    if (!made.getOrDefault(mounted, Set.of())
                            .contains(item.path("key").asText())) {
                        faults.add(name(workload) + " mounts the secret " + mounted + ", which nobody makes");
                    }
                }));
    }

    private void port(JsonNode deployment, List<String> faults) {
        JsonNode listens = container(deployment).at("/ports/0");
        String set = stream(container(deployment).path("env"))
                .filter(variable -> variable.path("name").asText().equals("QUARKUS_HTTP_PORT"))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElse("");
        JsonNode service = manifests.one("Service", name(deployment));
        if (!set.equals(listens.path("containerPort").asText())
                || !service.at("/spec/ports/0/targetPort")
                        .asText()
                        .equals(listens.path("name").asText())) {
            faults.add(name(deployment) + " listens on " + set + ", its documents say " + listens);
        }
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        service.at("/spec/selector").properties().forEach(label -> {
            if (!labels.path(label.getKey()).equals(label.getValue())) {
                faults.add("the service " + name(service) + " selects no pod");
            }
        });
    }

    private void database(JsonNode deployment, List<String> faults) {
        String root = name(deployment);
        String url = stream(container(deployment).path("env"))
                .filter(variable -> variable.path("name").asText().equals("QUARTIERWERK_DATABASE_URL"))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElse("");
        JsonNode cluster = manifests.one("Cluster", "quartierwerk-postgresql");
        JsonNode made = manifests.one("Database", root);
        boolean role = stream(cluster.at("/spec/managed/roles"))
                .anyMatch(one -> one.path("name").asText().equals(root)
                        && one.at("/passwordSecret/name").asText().equals("database-" + root));
        if (!url.equals("jdbc:postgresql://" + name(cluster) + "-rw:5432/" + root + "?sslmode=require")
                || !made.at("/spec/name").asText().equals(root)
                || !made.at("/spec/owner").asText().equals(root)
                || !role) {
            faults.add(root + " finds no database of its own at " + url);
        }
    }

    private void connections(List<String> faults) {
        int needed = LocalService.values().length * PODS * CONNECTIONS_PER_POD + KEYCLOAK_CONNECTIONS;
        int most = manifests
                .one("Cluster", "quartierwerk-postgresql")
                .at("/spec/postgresql/parameters/max_connections")
                .asInt();
        if (most < needed) {
            faults.add("PostgreSQL takes " + most + " connections, needed are " + needed);
        }
        manifests
                .all("HorizontalPodAutoscaler")
                .filter(scaler -> scaler.at("/spec/maxReplicas").asInt() > PODS)
                .forEach(scaler -> faults.add(name(scaler) + " may grow beyond PostgreSQL's connections"));
    }
}
