"""Support requests (工单): what the fixes didn't help with, with everything attached."""
