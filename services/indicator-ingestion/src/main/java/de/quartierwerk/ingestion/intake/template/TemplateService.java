package de.quartierwerk.ingestion.intake.template;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.Book;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.ingestion.intake.file.Marks;
import de.quartierwerk.ingestion.intake.mapping.KeyRule;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.mapping.ProfileService;
import de.quartierwerk.ingestion.intake.mapping.SpaceFields;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** Makes templates from stored mappings, for the spaces that the caller may deliver for. */
@ApplicationScoped
class TemplateService {
    private final ProfileService profiles;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final Messages messages;
    private final Caller caller;
    private final Clock clock;

    TemplateService(
            ProfileService profiles,
            Catalogue catalogue,
            Spaces spaces,
            Messages messages,
            Caller caller,
            Clock clock) {
        this.profiles = profiles;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.messages = messages;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A template before it is written.
     *
     * @param mapping what the file will mean
     * @param columns its columns
     * @param day day on which the expected spaces are valid
     * @param areas the caller's areas; nothing for all
     * @param locale language of its notes
     */
    record Template(
            Mapping mapping,
            List<TemplateColumn> columns,
            LocalDate day,
            @Nullable List<String> areas,
            Locale locale) {}

    /**
     * Puts a template together.
     *
     * @param period period of its values, instead of the mapping's
     */
    Template of(String profile, @Nullable String period, Locale locale) {
        Mapping stored = profiles.current(profile).mapping();
        if (period != null && Period.parse(period).isEmpty()) {
            throw Invalid.parameter("period", period, "period.malformed", period);
        }
        Mapping mapping = period == null ? stored : stored.withPeriod(period);
        if (mapping.level() == null) {
            throw new Conflict("template.level", profile);
        }
        if (Boolean.FALSE.equals(mapping.header())) {
            throw new Conflict("template.header", profile);
        }
        notATableOfSpaces(mapping).ifPresent(member -> {
            throw new Conflict("template.shape", profile, member);
        });
        if (mapping.period() == null && needsPeriod(mapping)) {
            throw Invalid.parameter("period", null, "template.period", profile);
        }
        Map<String, Indicator> known = catalogue.all();
        LocalDate today = LocalDate.now(clock);
        List<TemplateColumn> columns =
                TemplateColumns.of(mapping, mapping.period(), known, messages.text(locale, "template.name"), today);
        checkTitles(profile, columns);
        LocalDate day = Period.parse(mapping.period()).map(Period::last).orElse(today);
        return new Template(mapping, columns, day, areas(), locale);
    }

    /** The member of a mapping that makes it one for tables without a row per space. */
    private static Optional<String> notATableOfSpaces(Mapping mapping) {
        SpaceFields spaces = mapping.spaces();
        KeyRule key = spaces.keyRule();
        if (spaces.space() != null) {
            return Optional.of("space");
        }
        if (spaces.inHeader()) {
            return Optional.of("spaceInHeader");
        }
        if (!key.withPadTo(1).equals(KeyRule.NONE.withPadTo(1))) {
            return Optional.of("key");
        }
        if (mapping.periods().columns().size() > 1) {
            return Optional.of("periodColumns");
        }
        return mapping.hasWideLayout() && mapping.wideColumns().isEmpty() ? Optional.of("indicator") : Optional.empty();
    }

    private static boolean needsPeriod(Mapping mapping) {
        boolean wide = mapping.hasWideLayout();
        return wide
                && mapping.periodColumn() == null
                && mapping.wideColumns().values().stream().anyMatch(column -> column.period() == null)
                && !(mapping.sheetsArePeriods() && !mapping.headerHasPeriods());
    }

    private static void checkTitles(String profile, List<TemplateColumn> columns) {
        Set<String> titles = new HashSet<>();
        for (TemplateColumn column : columns) {
            String title = String.join(HeaderBlock.JOINT, column.title());
            if (!titles.add(title)) {
                throw new Conflict("template.columns", profile, title);
            }
        }
    }

    /** The areas that the caller may deliver for; nothing for all. */
    private @Nullable List<String> areas() {
        if (caller.everywhere()) {
            return null;
        }
        if (!caller.areas().isEmpty()) {
            return List.copyOf(caller.areas());
        }
        if (caller.has(Roles.SUPPLIER)) {
            return null;
        }
        throw new Forbidden("area.forbidden");
    }

    /** Writes a template. */
    void write(Template template, OutputStream out) throws IOException {
        Mapping mapping = template.mapping();
        TemplateSheet.Texts texts = (code, arguments) -> messages.text(template.locale(), code, arguments);
        String level = Objects.requireNonNull(mapping.level());
        Marks marks = Marks.stated(
                mapping.signs().missing(),
                mapping.signs().suppressed(),
                mapping.signs().unreliable(),
                mapping.signs().zero());
        Set<String> signs = new TreeSet<>(marks.missing());
        signs.addAll(marks.suppressed());
        signs.addAll(marks.unreliable());
        signs.addAll(marks.zero());
        signs.removeIf(sign -> sign.isEmpty() || sign.chars().anyMatch(c -> "\"&<>".indexOf(c) >= 0));
        try (Workbook book = new Workbook(out, "Quartierwerk", "1.0")) {
            TemplateSheet sheet = new TemplateSheet(book, template.columns(), List.copyOf(signs), texts);
            for (String name : sheets(mapping, texts)) {
                sheet.write(name, consumer -> spaces.ofLevel(level, template.day(), template.areas(), consumer));
            }
            sheet.notes();
        }
    }

    private static List<String> sheets(Mapping mapping, TemplateSheet.Texts texts) {
        List<String> named = mapping.chosenSheets().stream()
                .filter(name -> !name.equals(Book.ALL_SHEETS))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        String period = mapping.sheetsArePeriods() ? mapping.period() : null;
        return List.of(period == null ? texts.of("template.sheet") : period.replace('/', '_'));
    }
}
