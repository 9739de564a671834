package de.quartierwerk.ingestion.intake.template;

import de.quartierwerk.ingestion.catalogue.Indicator;
import java.util.List;

/**
 * A column of a template.
 *
 * @param title column name, from the upper header row to the lower one
 * @param content what its cells hold
 * @param filled text of every cell; null where the cell is for the supplier to fill, or holds the space
 * @param choices values to choose from; empty for any
 * @param indicator indicator of its numbers, or null
 */
record TemplateColumn(List<String> title, Content content, String filled, List<String> choices, Indicator indicator) {
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
