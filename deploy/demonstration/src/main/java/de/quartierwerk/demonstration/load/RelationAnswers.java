package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Answers the warnings about numbers that hang together, for which a release waits. */
public final class RelationAnswers {
    private static final List<String> CODES =
            List.of("relation.sum", "relation.same-figure", "relation.share-of", "relation.complement");

    private RelationAnswers() {}

    /**
     * Answers those of a submission.
     *
     * @param submission its path
     * @param user who submitted it
     * @param reason why the numbers may hang together
     */
    public static void give(PlatformClient client, String submission, String user, String reason) {
        for (String code : CODES) {
            if (!client.items(submission + "/findings?code=" + code, user).isEmpty()) {
                client.post(
                                submission + "/answers",
                                user,
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("code", code)
                                        .put("reason", reason))
                        .orFail();
            }
        }
    }
}
