package de.quartierwerk.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.database.SqlStates.Meaning;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatesTest {

    @ParameterizedTest
    @CsvSource({
        "08006,UNAVAILABLE,true",
        "57P01,UNAVAILABLE,true",
        "57P03,UNAVAILABLE,true",
        "53300,UNAVAILABLE,true",
        "40001,CONFLICT,true",
        "40P01,CONFLICT,true",
        "23505,CONFLICT,false",
        "22021,NOT_STORABLE,false",
        "22003,NOT_STORABLE,false",
        "22008,NOT_STORABLE,false",
        "42601,FAULT,false",
        "57014,FAULT,true",
        "25P02,FAULT,false",
    })
    void saysWhatAFailureMeansAndWhetherItPasses(String state, Meaning meaning, boolean passing) {
        Throwable failure = new IllegalStateException("work", new RuntimeException(new SQLException("x", state)));

        assertThat(SqlStates.meaning(failure)).hasValue(meaning);
        assertThat(SqlStates.isPassing(failure)).isEqualTo(passing);
    }

    @Test
    void anEmptyPoolPasses() {
        SQLException pool = new SQLException("Sorry, acquisition timeout! Acquisition timeout while waiting");

        assertThat(SqlStates.meaning(pool)).hasValue(Meaning.UNAVAILABLE);
        assertThat(SqlStates.isPassing(pool)).isTrue();
    }

    @Test
    void aLostConnectionThatStandsBesideTheCauseMeansThatTheDatabaseIsAway() {
        SQLException aborted = new SQLException("current transaction is aborted", "25P02");
        aborted.addSuppressed(new SQLException("the connection is gone", "08006"));

        assertThat(SqlStates.isPassing(new IllegalStateException(aborted))).isTrue();
        assertThat(SqlStates.meaning(new IllegalStateException(aborted))).hasValue(Meaning.UNAVAILABLE);
    }

    @Test
    void aConnectionThatIsLostDuringTheCommitMeansThatTheDatabaseIsAway() {
        Exception commit = new Exception("Could not commit transaction");
        commit.addSuppressed(new Exception("XA", new SQLException("the connection is gone", "08006")));

        assertThat(SqlStates.isPassing(commit)).isTrue();
        assertThat(SqlStates.meaning(new RuntimeException(commit))).hasValue(Meaning.UNAVAILABLE);
    }

    @Test
    void aConflictStaysOneWhereTheRollbackFails() {
        SQLException conflict = new SQLException("twice", "23505");
        conflict.addSuppressed(new SQLException("the connection is gone", "08006"));

        assertThat(SqlStates.meaning(conflict)).hasValue(Meaning.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25001", "25006"})
    void aTransactionThatAnotherBeganOrAStandbyPasses(String state) {
        assertThat(SqlStates.isPassing(new IllegalStateException(new SQLException("x", state))))
                .isTrue();
    }

    @Test
    void otherFailuresSayNothingOfTheDatabase() {
        assertThat(SqlStates.meaning(new IllegalStateException("work"))).isEmpty();
        assertThat(SqlStates.isPassing(new IllegalStateException("work"))).isFalse();
    }
}
