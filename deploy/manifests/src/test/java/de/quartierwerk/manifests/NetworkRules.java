package de.quartierwerk.manifests;

import static de.quartierwerk.manifests.Manifests.name;
import static de.quartierwerk.manifests.Manifests.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Whether the network is closed but for named ways. */
record NetworkRules(Manifests manifests) {
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        JsonNode closed = manifests.one("NetworkPolicy", "nothing").path("spec");
        if (closed.path("podSelector").size() != 0
                || closed.path("policyTypes").size() != 2
                || closed.has("ingress")
                || closed.has("egress")) {
            faults.add("the network is not closed by default");
        }
        manifests.all("NetworkPolicy").forEach(policy -> {
            stream(policy.at("/spec/ingress")).forEach(rule -> {
                if (rule.path("from").isEmpty() || stream(rule.path("from")).anyMatch(NetworkRules::everybody)) {
                    faults.add("the policy " + name(policy) + " lets everybody in");
                }
            });
            stream(policy.at("/spec/egress")).forEach(rule -> {
                if (stream(rule.path("to")).anyMatch(NetworkRules::everybody)
                        || (rule.path("to").isEmpty() && rule.path("ports").isEmpty())) {
                    faults.add("the policy " + name(policy) + " lets out to everywhere");
                }
            });
        });
        return faults;
    }

    private static boolean everybody(JsonNode peer) {
        return peer.isEmpty()
                || (peer.has("ipBlock") && peer.at("/ipBlock/cidr").asText().endsWith("/0"))
                || stream(peer).anyMatch(JsonNode::isEmpty);
    }
}
