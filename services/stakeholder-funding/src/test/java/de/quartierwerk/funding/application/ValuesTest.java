package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.identity.Roles;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Votes, actors and places in the list. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "true,-,-,true",
                "true,-,0,true",
                "false,12,3,true",
                "false,7,7,false",
                "false,1,-,true",
                "false,-,-,false"
            })
    void aVoteIsCarriedByMoreForItThanAgainstIt(boolean unanimous, Integer yes, Integer no, boolean carried) {
        assertThat(new Votes(null, null, unanimous, yes, no, 1, 1, null).carried())
                .isEqualTo(carried);
    }

    @Test
    void anAdministratorWithoutOrganisationActsForEveryApplicant() {
        Actor supplier = new Actor("s", "verband-a", Set.of(Roles.SUPPLIER));
        Actor admin = new Actor("a", null, Set.of(Roles.ADMIN));
        Actor partial = new Actor("p", "verband-b", Set.of(Roles.ADMIN));
        Actor officer = new Actor("o", null, Set.of(Roles.FUNDING_OFFICER));

        assertThat(supplier.mayApplyFor("verband-a")).isTrue();
        assertThat(supplier.mayApplyFor("verband-b")).isFalse();
        assertThat(admin.mayApplyFor("verband-a")).isTrue();
        assertThat(partial.mayApplyFor("verband-a")).isFalse();
        assertThat(officer.mayApplyFor("verband-a")).isFalse();
    }

    @Test
    void aPlaceComesBackFromItsCursor() {
        Place place = new Place(Instant.parse("2024-06-20T10:00:00.123456Z"), UUID.randomUUID());

        assertThat(Place.of(place.cursor())).isEqualTo(place);
        assertThatThrownBy(() -> Place.of(List.of("a", "b"))).isInstanceOf(DateTimeException.class);
    }
}
