package de.quartierwerk.manifests;

import static de.quartierwerk.manifests.Manifests.container;
import static de.quartierwerk.manifests.Manifests.name;
import static de.quartierwerk.manifests.Manifests.pod;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.local.LocalService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How our pods have to be: confined, pinned, stopped gently, and of the size that the compose file says. */
record PodRules(Manifests manifests, JsonNode compose) {
    private static final int FIRST_USER = 10_000;
    private static final int GRACE_SECONDS = 40;
    private static final Map<String, String> CONFINED = Map.of(
            "/privileged", "false",
            "/allowPrivilegeEscalation", "false",
            "/readOnlyRootFilesystem", "true",
            "/runAsNonRoot", "true",
            "/capabilities/drop/0", "ALL",
            "/seccompProfile/type", "RuntimeDefault");

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        manifests.workloads().forEach(workload -> {
            confined(workload, faults);
            pinned(workload, faults);
        });
        for (LocalService service : LocalService.values()) {
            JsonNode deployment = manifests.one("Deployment", service.root());
            if (deployment.isMissingNode()) {
                faults.add("no deployment " + service.root());
            } else {
                careful(deployment, faults);
                probed(deployment, faults);
                sized(deployment, faults);
            }
        }
        return faults;
    }

    private static void confined(JsonNode workload, List<String> faults) {
        JsonNode security = container(workload).path("securityContext");
        CONFINED.forEach((place, wanted) -> {
            if (!security.at(place).asText().equals(wanted)) {
                faults.add(name(workload) + " securityContext" + place + " is not " + wanted);
            }
        });
        if (security.path("runAsUser").asInt() < FIRST_USER
                || security.path("runAsGroup").asInt() < FIRST_USER) {
            faults.add(name(workload) + " runs as a user or group of the system");
        }
        if (security.at("/capabilities").has("add")) {
            faults.add(name(workload) + " asks for capabilities");
        }
        JsonNode pod = pod(workload);
        if (pod.path("automountServiceAccountToken").asBoolean(true)) {
            faults.add(name(workload) + " gets a token of the cluster");
        }
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (pod.path(shared).asBoolean()) {
                faults.add(name(workload) + " has " + shared);
            }
        }
        Manifests.stream(pod.path("volumes"))
                .filter(volume -> volume.has("hostPath"))
                .forEach(volume -> faults.add(name(workload) + " mounts a folder of the node"));
    }

    private void pinned(JsonNode workload, List<String> faults) {
        String image = container(workload).path("image").asText();
        String part = name(workload).equals("realm") ? "setup" : name(workload);
        String wanted = "quartierwerk/" + part + ":0.1.0";
        if (!image.equals(wanted)) {
            faults.add(name(workload) + " has the image " + image + " instead of " + wanted);
        }
        String composed = compose.at("/services/" + name(workload) + "/image").asText();
        if (!composed.replaceAll("\\$\\{[A-Z_]+:-([^}]*)}", "$1").equals(wanted)) {
            faults.add("docker-compose.yml has the image " + composed + " for " + name(workload));
        }
    }

    private void careful(JsonNode deployment, List<String> faults) {
        if (deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1) != 0) {
            faults.add(name(deployment) + " is away during an update");
        }
        if (pod(deployment).path("terminationGracePeriodSeconds").asInt() < GRACE_SECONDS) {
            faults.add(name(deployment) + " is not given time to end");
        }
        JsonNode budget = manifests.one("PodDisruptionBudget", name(deployment));
        if (!budget.at("/spec/selector/matchLabels/app.kubernetes.io~1name")
                .asText()
                .equals(name(deployment))) {
            faults.add(name(deployment) + " has no disruption budget");
        }
    }

    private static void probed(JsonNode deployment, List<String> faults) {
        JsonNode container = container(deployment);
        Map<String, String> probes =
                Map.of("startupProbe", "ready", "readinessProbe", "ready", "livenessProbe", "live");
        probes.forEach((probe, check) -> {
            String path = "/" + name(deployment) + "/q/health/" + check;
            JsonNode get = container.path(probe).path("httpGet");
            if (!get.path("path").asText().equals(path)
                    || !get.path("port")
                            .asText()
                            .equals(container.at("/ports/0/name").asText())) {
                faults.add(name(deployment) + " " + probe + " asks " + get + " instead of " + path);
            }
        });
    }

    private void sized(JsonNode deployment, List<String> faults) {
        JsonNode resources = container(deployment).path("resources");
        String limit = resources.at("/limits/memory").asText();
        String composed =
                compose.at("/services/" + name(deployment) + "/mem_limit").asText();
        if (!limit.equals(composed.toUpperCase(Locale.ROOT) + "i")
                || !limit.equals(resources.at("/requests/memory").asText())) {
            faults.add(name(deployment) + " has " + limit + " of memory, in docker-compose.yml " + composed);
        }
    }
}
