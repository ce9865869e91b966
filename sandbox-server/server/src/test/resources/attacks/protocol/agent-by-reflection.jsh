//! not-prints: OPENED
for (var name : new String[] {"AgentMain", "CellLoop", "Sender", "Runs", "OutputBuffer"}) try { for (var field : Class.forName("dev.interleave.agent." + name).getDeclaredFields()) { field.setAccessible(true); System.out.println("OPENED " + field); } } catch (Throwable t) { }
