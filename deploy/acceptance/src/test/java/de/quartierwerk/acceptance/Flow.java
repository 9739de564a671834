package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.demonstration.load.RelationAnswers;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** Steps of the main flow that several tests take. */
final class Flow {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SUBMISSIONS = "/ingestion/v1/submissions";
    private static final String RUNS = "/classification/v1/runs";

    private Flow() {}

    /** Submits a file as steward, approves it as steward2, and waits until it is released. */
    static JsonNode release(PlatformClient client, Path file, JsonNode mapping) {
        return released(client, approved(client, client.upload(SUBMISSIONS, "steward", file, "mapping", mapping)));
    }

    /** Submits and approves a text, without waiting for the release; gives the path of the submission. */
    static String approve(PlatformClient client, String name, String csv, JsonNode mapping) {
        return approved(client, submit(client, "steward", name, csv.getBytes(StandardCharsets.UTF_8), mapping));
    }

    /** Submits content. */
    static Answer submit(PlatformClient client, String user, String name, byte[] content, JsonNode mapping) {
        return client.upload(SUBMISSIONS, user, name, BodyPublishers.ofByteArray(content), "mapping", mapping);
    }

    /** Waits until a submission has been checked. */
    static JsonNode checked(PlatformClient client, Answer submission) {
        String path = SUBMISSIONS + "/" + submission.orFail().json().get("id").asText();
        return client.await(path, "steward", Set.of("VALIDATED", "REJECTED"), PATIENCE);
    }

    /** Waits until a submission is released. */
    static JsonNode released(PlatformClient client, String path) {
        return client.await(path, "steward", Set.of("RELEASED"), PATIENCE);
    }

    /** Stores a scheme as planner and approves it as steward. */
    static void approveScheme(PlatformClient client, JsonNode scheme) {
        String path = "/classification/v1/schemes/" + scheme.get("code").asText();
        int version = client.put(path, "planner", scheme)
                .orFail()
                .json()
                .get("version")
                .asInt();
        client.post(path + "/versions/" + version + "/approval", "steward", new ObjectMapper().createObjectNode())
                .orFail();
    }

    /** Has a run computed as planner; gives it completed. */
    static JsonNode run(PlatformClient client, JsonNode request) {
        JsonNode started = client.post(RUNS, "planner", request).orFail().json();
        String path = RUNS + "/" + started.get("id").asText();
        JsonNode done = client.await(path, "planner", Set.of("COMPLETED", "FAILED"), PATIENCE);
        assertThat(done.get("state").asText()).as(done.toString()).isEqualTo("COMPLETED");
        return done;
    }

    /** The beginning of an answer, for messages. */
    static String brief(Answer answer) {
        return answer.text().substring(0, Math.min(400, answer.text().length()));
    }

    private static String approved(PlatformClient client, Answer submission) {
        JsonNode checked = checked(client, submission);
        assertThat(checked.get("state").asText()).as(checked.toString()).isEqualTo("VALIDATED");
        assertThat(checked.at("/counts/rejected").asInt()).isZero();
        String path = SUBMISSIONS + "/" + checked.get("id").asText();
        RelationAnswers.give(client, path, "steward", "Die Zahlen sind veröffentlicht.");
        client.post(path + "/approval", "steward2", new ObjectMapper().createObjectNode())
                .orFail();
        return path;
    }
}
