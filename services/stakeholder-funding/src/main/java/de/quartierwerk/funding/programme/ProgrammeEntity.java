package de.quartierwerk.funding.programme;

import de.quartierwerk.funding.body.Matter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Row of a programme. */
@Entity
@Table(name = "programme")
class ProgrammeEntity {

    @Id
    String code;

    @Version
    long version = 1;

    String name;

    @Nullable
    String description;

    String budgetLine;

    @Nullable
    String area;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Matter matter;

    boolean open;

    @Nullable
    LocalDate openFrom;

    @Nullable
    LocalDate openTo;

    boolean voluntary;

    boolean earlyStartAllowed;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<ProjectKind> kinds;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<Financing> financings;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Criterion> criteria;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    ProgrammeTerms terms;

    void set(ProgrammeRequest request) {
        name = request.name();
        description = request.description();
        budgetLine = request.budgetLine();
        area = request.area();
        matter = request.matter();
        open = request.open();
        openFrom = request.openFrom();
        openTo = request.openTo();
        voluntary = request.voluntary();
        earlyStartAllowed = request.earlyStartAllowed();
        kinds = request.kinds();
        financings = request.financings();
        criteria = request.criteria();
        terms = request.terms();
    }

    ProgrammeRequest request() {
        return new ProgrammeRequest(
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
                kinds,
                financings,
                criteria,
                terms);
    }

    Programme programme() {
        return new Programme(
                code,
                version,
                budgetLine,
                area,
                matter,
                new Programme.Window(open, openFrom, openTo),
                voluntary,
                earlyStartAllowed,
                kinds,
                financings,
                criteria,
                ProgrammeTerms.of(terms));
    }
}
