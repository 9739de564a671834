package de.quartierwerk.reporting.space;

import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes on the data that every reader must see. A space carries one in its attribute {@code notice}; spaces with the
 * attribute {@code erfunden} or {@code madeUp} are marked as made up.
 */
@ApplicationScoped
public class Notices {
    static final String MADE_UP = "made-up";

    private final Spaces spaces;

    Notices(Spaces spaces) {
        this.spaces = spaces;
    }

    /** The notes on the spaces of an area on a day, each once; on all spaces without an area. */
    public List<String> within(@Nullable String area, LocalDate day, Words words) {
        return spaces.notices(area, day).stream()
                .map(notice -> notice.equals(MADE_UP) ? words.of("notice.made-up") : notice)
                .toList();
    }
}
