package de.quartierwerk.funding.programme;

import de.quartierwerk.funding.body.Matter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Row of a programme. */
@Entity
@Table(name = "programme")
class ProgrammeEntity {

    @Id
    String code;

    long version;
    String name;
    String description;

    @Column(name = "budget_line")
    String budgetLine;

    String area;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Matter matter;

    boolean open;

    @Column(name = "open_from")
    LocalDate openFrom;

    @Column(name = "open_to")
    LocalDate openTo;

    boolean voluntary;

    @Column(name = "early_start_allowed")
    boolean earlyStartAllowed;

    @Column(columnDefinition = "text[]")
    String[] kinds;

    @Column(columnDefinition = "text[]")
    String[] financings;

    @Convert(converter = CriteriaConverter.class)
    List<Criterion> criteria;

    void set(ProgrammeBody body) {
        name = body.name();
        description = body.description();
        budgetLine = body.budgetLine();
        area = body.area();
        matter = body.matter();
        open = body.open();
        openFrom = body.openFrom();
        openTo = body.openTo();
        voluntary = body.voluntary();
        earlyStartAllowed = body.earlyStartAllowed();
        kinds = body.kinds().stream().map(Enum::name).toArray(String[]::new);
        financings = body.financings().stream().map(Enum::name).toArray(String[]::new);
        criteria = body.criteria();
        version++;
    }

    ProgrammeBody body() {
        return new ProgrammeBody(
                name,
                description,
                budgetLine,
                area,
                matter,
                open,
                openFrom,
                openTo,
                voluntary,
                earlyStartAllowed,
                Arrays.stream(kinds).map(ProjectKind::valueOf).toList(),
                Arrays.stream(financings).map(Financing::valueOf).toList(),
                criteria);
    }

    Programme view(LocalDate today) {
        ProgrammeBody body = body();
        return new Programme(code, body.openOn(today), body);
    }
}
