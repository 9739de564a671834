package de.quartierwerk.setup;

import de.quartierwerk.events.Topics;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.servers.KafkaAccess;
import de.quartierwerk.servers.KafkaRights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Makes the topics that are missing, sets how long and how much they keep, and who may read and write them.
 *
 * @param client how the broker's administrator connects
 */
record TopicSetup(Map<String, Object> client, KafkaAccess access, int partitions, short replicas) {
    private static final String PASSWORDS = "kafka";
    private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;
    private static final List<String> TOPICS = List.of(
            Topics.SOCIAL_SPACE,
            Topics.INDICATOR,
            Topics.VALUE_PROTECTED,
            Topics.VALUE_PUBLIC,
            Topics.CLASSIFICATION,
            Topics.STAKEHOLDER,
            Topics.FUNDING,
            Topics.REPORT);

    static TopicSetup of(SetupSettings settings) {
        String broker = settings.secret(PASSWORDS, KafkaAccess.BROKER);
        Map<String, KafkaAccess.User> users = new TreeMap<>();
        for (LocalService service : LocalService.values()) {
            users.put(service.root(), service.kafkaUser(settings.secret(PASSWORDS, service.root())));
        }
        Map<String, Object> client = new HashMap<>(KafkaAccess.client(KafkaAccess.BROKER, broker));
        client.put("bootstrap.servers", settings.required("QUARTIERWERK_KAFKA"));
        return new TopicSetup(
                client, new KafkaAccess(broker, users), settings.number("QUARTIERWERK_TOPIC_PARTITIONS", 3), (short)
                        settings.number("QUARTIERWERK_TOPIC_REPLICAS", 1));
    }

    void run() {
        try (Admin admin = Admin.create(client)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = TOPICS.stream()
                    .filter(topic -> !present.contains(topic))
                    .map(topic -> new NewTopic(topic, partitions, replicas))
                    .toList();
            admin.createTopics(missing).all().get();
            admin.incrementalAlterConfigs(TOPICS.stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                    TopicSetup::configuration)))
                    .all()
                    .get();
            KafkaRights.apply(admin, access);
            System.out.println("Topics are there: " + TOPICS.size() + ", of these new: " + missing.size());
        } catch (ExecutionException e) {
            throw new SetupFailure("Topics cannot be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupFailure("Topics cannot be made", e);
        }
    }

    /** Events are kept without end; of an indicator only the newest definition counts. */
    private static List<AlterConfigOp> configuration(String topic) {
        return Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        topic.equals(Topics.INDICATOR)
                                ? TopicConfig.CLEANUP_POLICY_COMPACT
                                : TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST_MESSAGE))
                .entrySet()
                .stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }
}
