package de.quartierwerk.manifests;

import static de.quartierwerk.manifests.Manifests.name;
import static de.quartierwerk.manifests.Manifests.stream;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.events.Topics;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.servers.KafkaAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether topics and rights at the broker are those of the services, no more and no less. */
record BrokerRules(Manifests manifests) {
    private static final Set<String> TOPICS = Set.of(
            Topics.SOCIAL_SPACE,
            Topics.INDICATOR,
            Topics.VALUE_PROTECTED,
            Topics.VALUE_PUBLIC,
            Topics.CLASSIFICATION,
            Topics.STAKEHOLDER,
            Topics.FUNDING,
            Topics.REPORT);
    private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!manifests.names("KafkaTopic").equals(TOPICS)) {
            faults.add("topics are " + new TreeSet<>(manifests.names("KafkaTopic")));
        }
        manifests.all("KafkaTopic").forEach(topic -> {
            JsonNode config = topic.at("/spec/config");
            String policy = name(topic).equals(Topics.INDICATOR) ? "compact" : "delete";
            if (config.path("retention.ms").asLong() != -1
                    || config.path("max.message.bytes").asInt() != LARGEST_MESSAGE
                    || config.path("min.insync.replicas").asInt() != 2
                    || topic.at("/spec/replicas").asInt() != 3
                    || !config.path("cleanup.policy").asText().equals(policy)) {
                faults.add("the topic " + name(topic) + " loses or refuses events: " + config);
            }
        });
        for (LocalService service : LocalService.values()) {
            KafkaAccess.User wanted = service.kafkaUser("");
            Set<String> rights = new TreeSet<>();
            wanted.reads().forEach(topic -> rights.add("topic " + topic + " [Describe, Read]"));
            wanted.writes().forEach(topic -> rights.add("topic " + topic + " [AlterConfigs, Describe, Write]"));
            rights.add("group " + wanted.group() + " [Describe, Read]");
            Set<String> granted = stream(
                            manifests.one("KafkaUser", service.root()).at("/spec/authorization/acls"))
                    .map(BrokerRules::right)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!granted.equals(rights)) {
                faults.add(service.root() + " may " + granted + " instead of " + rights);
            }
        }
        return faults;
    }

    private static String right(JsonNode acl) {
        JsonNode resource = acl.path("resource");
        String name = resource.path("patternType").asText("literal").equals("literal")
                ? resource.path("name").asText()
                : resource.path("name").asText() + "*";
        return resource.path("type").asText() + " " + name + " "
                + stream(acl.path("operations")).map(JsonNode::asText).sorted().toList();
    }
}
