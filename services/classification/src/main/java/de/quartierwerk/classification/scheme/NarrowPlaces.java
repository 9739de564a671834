package de.quartierwerk.classification.scheme;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.indicator.Indicators;
import de.quartierwerk.classification.space.Spaces;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Says of a version which of its places tell suppressed counts too exactly, before anybody approves it. */
@ApplicationScoped
class NarrowPlaces {
    private final Indicators indicators;
    private final Spaces spaces;
    private final Messages messages;
    private final CallerLanguage language;
    private final Clock clock;

    NarrowPlaces(Indicators indicators, Spaces spaces, Messages messages, CallerLanguage language, Clock clock) {
        this.indicators = indicators;
        this.spaces = spaces;
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    /** The version with its narrow places. */
    @Transactional
    Stored<SchemeVersion> tell(Stored<SchemeVersion> stored) {
        SchemeVersion version = stored.value();
        Map<String, Indicator> known = indicators.find(SchemeRules.indicatorsOf(version.fullDocument()));
        int all = spaces.count(version.level(), LocalDate.now(clock), null).all();
        SchemeVersion told = version.with(NarrowClasses.of(version.fullDocument(), known, all).stream()
                .map(this::place)
                .toList());
        return new Stored<>(told, stored.version(), stored.created());
    }

    private NarrowPlace place(NarrowClasses.Place place) {
        if (place.indicator() == null) {
            String message = messages.text(language.locale(), "scheme.narrow-order", place.to());
            return new NarrowPlace(place.pointer(), null, null, null, message);
        }
        String message =
                messages.text(language.locale(), "scheme.narrow-count", place.indicator(), place.from(), place.to());
        return new NarrowPlace(place.pointer(), place.indicator(), place.from(), place.to(), message);
    }
}
