import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** Ends well if reporting is refused the topic of exact values and sees that of public ones. */
class TopicProbe {
    public static void main(String[] words) throws Exception {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", "kafka:9092",
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"reporting\" password=\""
                                + System.getenv("PASSWORD") + "\";");
        try (Admin admin = Admin.create(client)) {
            admin.describeTopics(List.of("quartierwerk.value-public.v1")).allTopicNames().get();
            admin.describeTopics(List.of("quartierwerk.value-protected.v1")).allTopicNames().get();
        } catch (ExecutionException e) {
            System.exit(e.getCause() instanceof TopicAuthorizationException ? 0 : 1);
        }
        System.exit(1);
    }
}
