package de.quartierwerk.ingestion.intake.template;

import de.quartierwerk.ingestion.catalogue.Indicator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a template.
 *
 * @param title column name, from the upper header row to the lower one
 * @param content what its cells hold
 * @param filled text of every cell; nothing where the supplier fills the cell, or it contains the space
 * @param choices values to choose from; empty for any
 * @param indicator indicator of its numbers, where they have one in common
 */
record TemplateColumn(
        List<String> title,
        Content content,
        @Nullable String filled,
        List<String> choices,
        @Nullable Indicator indicator) {
    TemplateColumn {
        title = List.copyOf(title);
        choices = List.copyOf(choices);
    }

    enum Content {
        SPACE_KEY,
        SPACE_NAME,
        TEXT,
        NUMBER
    }

    /** Whether the supplier may write into it. */
    boolean open() {
        return (content == Content.TEXT && filled == null) || content == Content.NUMBER;
    }
}
