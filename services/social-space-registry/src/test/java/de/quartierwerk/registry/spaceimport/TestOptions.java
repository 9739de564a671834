package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.quartierwerk.registry.level.LevelRules;
import java.time.LocalDate;

/** Options of an import as a caller writes them. */
final class TestOptions {
    private TestOptions() {}

    /** Options for a level of planning areas from these members, whose quotes are single ones. */
    static ImportOptions of(String members) {
        String json = "{'level':'planning-area'" + (members.isEmpty() ? "" : ",") + members + "}";
        try {
            return JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(json.replace('\'', '"'), ImportRequest.class)
                    .complete(LocalDate.of(2006, 1, 1), LevelRules.NONE);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
