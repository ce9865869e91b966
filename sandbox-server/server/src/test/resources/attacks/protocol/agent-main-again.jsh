//! ends: exception
Class.forName("dev.interleave.agent.AgentMain").getMethod("main", String[].class).invoke(null, (Object) new String[] {"/tmp/x"});
